import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, disconnect } from '#db/client'
import { openSqlite } from '#db/engines/sqlite'
import { layDatabase, NODE, SERVER } from './own-server.ts'
import { freePort } from './port.ts'

export type SecondServer = {
  base: string
  file: string
  /** Its process, while it runs; it can be sent messages. */
  process: () => ChildProcess
  /** Ends it without a word, as when the power fails for it alone. */
  kill: () => Promise<void>
  /** Starts it again on the same database. */
  start: () => Promise<void>
  /** Stops it and removes what it had. */
  remove: () => Promise<void>
}

/** The built server once more, on a port, a folder and a database of its own, when it answers. `loaded` is a module that is loaded into it first. */
export async function secondServer({ example = false, loaded }: { example?: boolean; loaded?: string } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'serai-second-'))
  const file = example ? path.join(folder, 'serai.db') : layDatabase(folder)
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: '',
    SERAI_DATA: folder,
    SERAI_EXAMPLE: example ? '1' : '0',
    PORT: String(port),
    SERAI_URL: base,
    SMTP_URL: '',
    SERAI_LOG: 'silent',
  } as never
  let child: ChildProcess | undefined
  const server: SecondServer = {
    base,
    file,
    process: () => child as ChildProcess,
    kill: () => end('SIGKILL'),
    start,
    remove: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await start()
  return server

  async function start(): Promise<void> {
    execFileSync(NODE, [...SERVER, 'lib/cli/main.ts', 'prepare'], { env, stdio: 'ignore' })
    const execArgv = [...SERVER, ...(loaded ? ['--import', path.resolve(loaded)] : [])]
    child = fork('lib/server/main.ts', { execPath: NODE, execArgv, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const deadline = Date.now() + 60_000
    while (child.exitCode === null && Date.now() < deadline) {
      const answer = await fetch(`${base}/api/health`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('The server did not answer.')
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** Lets fixtures and queries of the test reach the database of that server while `work` runs. */
export async function within<Value>({ file }: Pick<SecondServer, 'file'>, work: () => Promise<Value>): Promise<Value> {
  connect(openSqlite(file))
  try {
    return await work()
  } finally {
    await disconnect()
  }
}
