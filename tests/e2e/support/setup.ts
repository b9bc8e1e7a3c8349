import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { NODE, SERVER } from './own-server.ts'
import { freePort } from './port.ts'
import { collectMail } from './smtp.ts'

/**
 * Starts what the tests speak to: a mail server, and the production server on a data folder of its own with an empty
 * database. The environment set here reaches the tests too, so that their fixtures go into the same file. Gives the teardown.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'serai-e2e-'))
  const mail = await collectMail(path.join(folder, 'mail'))
  const port = await freePort()
  Object.assign(process.env, {
    PORT: String(port),
    SERAI_URL: `http://localhost:${port}`,
    SERAI_DATA: folder,
    SERAI_SECRET: 'a-secret-for-tests-only-a-secret-for-tests-only',
    SERAI_EXAMPLE: '0',
    SERAI_RATE_FACTOR: '1000',
    SMTP_URL: `smtp://localhost:${mail.port}`,
    AUTH_SECRET: 'another-secret-for-tests-only-another-secret',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 'serai').toString('base64'),
    DATABASE_URL: '',
  })
  const log = path.join(folder, 'server.log')
  const stop = async () => {
    await end(server)
    await mail.close()
    rmSync(folder, { recursive: true, force: true })
  }
  let server: ChildProcess | undefined
  try {
    await run([...SERVER, 'lib/cli/main.ts', 'prepare'], log)
    process.env.TEST_PREPARED = path.join(folder, 'prepared.db')
    copyFileSync(path.join(folder, 'serai.db'), process.env.TEST_PREPARED)
    server = launch([...SERVER, 'lib/server/main.ts'], log)
    process.env.TEST_SERVER_PID = String(server.pid)
    await answers(`${process.env.SERAI_URL}/api/health`, server)
    return stop
  } catch (error) {
    console.error(readFileSync(log, 'utf8').slice(-4000))
    await stop()
    throw error
  }
}

function launch(args: string[], log: string): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(NODE, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const file = createWriteStream(log, { flags: 'a' })
  child.stdout?.pipe(file, { end: false })
  child.stderr?.pipe(file, { end: false })
  return child
}

async function run(args: string[], log: string): Promise<void> {
  const [code] = await once(launch(args, log), 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && server.exitCode === null) {
    if (
      await fetch(url)
        .then((response) => response.ok)
        .catch(() => false)
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not answer.')
}

async function end(server: ChildProcess | undefined): Promise<void> {
  if (!server || server.exitCode !== null) return
  const ended = once(server, 'exit')
  const impatient = setTimeout(() => server.kill('SIGKILL'), 15_000)
  server.kill('SIGTERM')
  const [code] = await ended
  clearTimeout(impatient)
  if (code !== 0) throw new Error(`The server ended with ${code} when it was stopped.`)
}
