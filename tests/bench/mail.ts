/**
 * How many letters a second the worker sends: `npm run bench -- mail`. Each is leased, written from what the database knows, handed to a mail server on this machine and
 * written down, durably. The mail server is a process of its own and takes everything at once; a real one is slower, and sets the pace. The last line is JSON.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { folder } from '#tests/setup/environment'

const LETTERS = 2000

const run = (...args: string[]) =>
  execFileSync(process.execPath, [...process.execArgv, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
Object.assign(process.env, { SERAI_EXAMPLE: '0', DATABASE_URL: '' })
run('lib/cli/main.ts', 'prepare')
run('tests/e2e/support/fill-outbox.ts', 'bench', String(LETTERS))
const mail = fork('tests/bench/support/mail-server.ts', { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const [port] = await once(mail, 'message')
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
const { startOutbox } = await import('#lib/workers/outbox')
const { disconnect } = await import('#db/client')

const reader = new Database(path.join(folder, 'serai.db'), { readonly: true })
const sent = reader.prepare("select count(*) from outbox where status = 'sent'").pluck()
const began = performance.now()
const stop = startOutbox()
while (sent.get() !== LETTERS) await new Promise((resolve) => setTimeout(resolve, 20))
const ms = performance.now() - began
await stop()
const twice = reader.prepare('select count(*) from outbox where attempts > 1').pluck().get()
reader.close()
await disconnect()
mail.disconnect()
rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    name: 'mail',
    letters: LETTERS,
    ms: Math.round(ms),
    perSecond: Math.round((LETTERS * 1000) / ms),
    twice,
  }),
)
