import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'

const FOLDERS = { '': path.join('components', 'enhance'), 'form-': path.join('lib', 'forms', 'policy') }

// Bundling makes several instances of this module: the pages and the route must speak of one reading of the files.
const shared = globalThis as typeof globalThis & { seraiScripts?: ReadonlyMap<string, string> }

/**
 * The scripts of components/enhance as browsers read them, without types and comments that stand on lines of their own; and the rules of
 * forms (`form-…`), so that a browser decides by the same lines as the server.
 */
shared.seraiScripts ??= new Map(
  Object.entries(FOLDERS).flatMap(([prefix, folder]) =>
    readdirSync(path.join(process.cwd(), folder))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [
        `${prefix}${file.replace(/\.ts$/, '.js')}`,
        plain(readFileSync(path.join(process.cwd(), folder, file), 'utf8')),
      ]),
  ),
)
const scripts = shared.seraiScripts

/** Changes with what the scripts say, so that browsers may keep them for ever. */
export const ENHANCE_EDITION = createHash('sha256')
  .update([...scripts.values()].join())
  .digest('hex')
  .slice(0, 10)

export const enhancement = (file: string): string | undefined => scripts.get(file)

function plain(source: string): string {
  return stripTypeScriptTypes(source)
    .replace(/'#lib\/forms\/policy\/([\w-]+)'/g, "'./form-$1.js'")
    .replace(/^\s*(\/\/|\/?\*).*$/gm, '')
    .replace(/^\s+/gm, '')
}
