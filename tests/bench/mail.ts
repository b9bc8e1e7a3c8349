/**
 * How many letters a second the worker of the production server sends: `npm run bench -- mail`. Each is leased, written from what the database knows, handed to a mail
 * server on this machine and written down, durably. That server is a process of its own and takes everything at once; a real one is slower, and sets the pace.
 * Counted from the first letter that was taken to the last. The last line is JSON.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import Database from 'better-sqlite3'
import { ownServer } from '#tests/e2e/support/own-server'

const LETTERS = 2000

execFileSync(process.execPath, ['serai.mjs', 'build'], { stdio: 'inherit' })
const mail = fork('tests/bench/support/mail-server.ts', { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const [port] = await once(mail, 'message')
const server = ownServer({ SMTP_URL: `smtp://127.0.0.1:${port}` })
try {
  server.run('tests/e2e/support/fill-outbox.ts', 'bench', String(LETTERS))
  server.start()
  const reader = new Database(server.file, { readonly: true })
  const told = reader.prepare(
    "select count(*) as sent, max(sent_at) - min(sent_at) as ms, sum(attempts > 1) as twice from outbox where status = 'sent'",
  )
  let { sent, ms, twice } = { sent: 0, ms: 0, twice: 0 }
  while (sent < LETTERS) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    ;({ sent, ms, twice } = told.get() as { sent: number; ms: number; twice: number })
  }
  reader.close()
  console.log(JSON.stringify({ name: 'mail', letters: sent, ms, perSecond: Math.round((sent * 1000) / ms), twice }))
} finally {
  mail.disconnect()
  await server.remove()
}
