import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const NODE = path.resolve('node_modules/node/bin/node')
/** How `npm start` runs what is ours. */
export const SERVER = [
  '--conditions=react-server',
  '--import=./lib/server/quick-imports.ts',
  '--disable-warning=ExperimentalWarning',
]

/** A database with the registry, which takes half a minute to fill: a copy of what the tests' own server began with. */
export function layDatabase(folder: string): string {
  const file = path.join(folder, 'serai.db')
  if (process.env.TEST_PREPARED) copyFileSync(process.env.TEST_PREPARED, file)
  return file
}

/** A production server on a port and an empty database of its own, that may be killed and started again. */
export function ownServer(settings: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'serai-own-'))
  const file = layDatabase(folder)
  // Below those that the system gives to whoever calls out.
  const port = 20_000 + Math.floor(Math.random() * 12_000)
  const url = `http://localhost:${port}`
  const own = { NODE_ENV: 'production', SERAI_DATA: folder, PORT: String(port), SERAI_URL: url, SERAI_EXAMPLE: '0' }
  const env = { ...process.env, SERAI_LOG: 'warn', ...own, ...settings } as NodeJS.ProcessEnv
  let child: ChildProcess | undefined

  /** Runs a file of ours with the server's settings, to its end. */
  const run = (...args: string[]) =>
    execFileSync(NODE, [...SERVER, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  run('lib/cli/main.ts', 'prepare')

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    url,
    file,
    run,
    start(): void {
      child = spawn(NODE, [...SERVER, 'lib/server/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    },
    /** As a power cut would: the process gets no chance to do anything. */
    kill: () => child?.kill('SIGKILL'),
    dead: () => end('SIGKILL'),
    async remove(): Promise<void> {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
