import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Program, parseSync } from 'oxc-parser'

/** One source file, as the tests of the code itself read it. */
export type Source = {
  /** From the root, as in `lib/events/queries.ts`. */
  path: string
  text: string
  lines: number
  /** `'use client'` or `'use server'` at its head. */
  directives: string[]
  imports: Import[]
  program: Program
}

/** `to` is a package as it is written, or a path from the root without an ending. `type` imports leave nothing at run time. */
export type Import = { to: string; written: string; type: boolean }

/** Every file of the application itself: neither tests nor configuration. */
export function readSources(pattern = '{app,components,db,lib}/**/*.{ts,tsx}'): Source[] {
  return globSync([pattern, 'instrumentation.ts', 'serai.mjs'])
    .sort()
    .map((file) => source(file, readFileSync(file, 'utf8')))
}

/** Parses one text, as if it stood at `file`. */
export function source(file: string, text: string): Source {
  const { program, module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    written: moduleRequest.value,
    type: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ written: moduleRequest.value, type: isType }] : [],
    ),
  )
  const late = module.dynamicImports.map(({ moduleRequest }) => ({
    written: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    type: false,
  }))
  return {
    path: file,
    text,
    lines: text.trimEnd().split('\n').length,
    directives: program.body.flatMap((node) => ('directive' in node && node.directive ? [node.directive] : [])),
    imports: [...statics, ...again, ...late].map((entry) => ({ ...entry, to: resolve(file, entry.written) })),
    program,
  }
}

function resolve(file: string, written: string): string {
  if (written.startsWith('#messages/')) return written.replace('#messages/', 'lib/i18n/messages/')
  if (written.startsWith('#')) return written.slice(1)
  if (!written.startsWith('.')) return written
  return path.join(path.dirname(file), written).replace(/\.(tsx?|mjs)$/, '')
}

export type Node = { type: string; start: number; [key: string]: unknown }

/** Visits a syntax tree from the top; what `enter` gives is called when the node is left. */
export function walk(node: Node, enter: (node: Node) => (() => void) | undefined): void {
  const leave = enter(node)
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, enter)
  leave?.()
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}
