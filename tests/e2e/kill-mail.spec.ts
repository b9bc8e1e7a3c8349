import { randomInt } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { SMTPServer } from 'smtp-server'
import { ownServer } from './support/own-server.ts'
import { expect, test } from './support/test.ts'

const LETTERS = 500
const TIMES = process.env.SERAI_LONG ? 20 : 3

type Row = { id: string; status: string; doubtful_at: number | null }

test(`kill -9 while ${LETTERS} letters are sent, ${TIMES} times: all arrive, none that was known to be taken arrives twice`, async () => {
  test.setTimeout(120_000 + TIMES * 90_000)
  const mail = await collector()
  const server = ownServer({ SMTP_URL: `smtp://127.0.0.1:${mail.port}` })
  const database = new Database(server.file, { readonly: true })
  const rows = (event: string) =>
    database
      .prepare(
        'select o.id, o.status, o.doubtful_at from outbox o join attendees a on a.id = o.attendee_id join events e on e.id = a.event_id where e.slug = ?',
      )
      .all(event) as Row[]
  const doubts: number[] = []
  try {
    for (let time = 1; time <= TIMES; time++) {
      const event = `kill-${time}`
      server.run('tests/e2e/support/fill-outbox.ts', event, String(LETTERS))
      mail.begin()
      const at = randomInt(5, LETTERS - 50)
      const killed = mail.taken(at, server.kill)
      server.start()
      await killed
      await server.dead()

      const then = rows(event)
      const known = then.filter((row) => row.status === 'sent').map((row) => row.id)
      expect(then).toHaveLength(LETTERS)
      expect(known.length).toBeLessThan(LETTERS)

      server.start()
      await expect.poll(() => rows(event).every((row) => row.status === 'sent'), { timeout: 80_000 }).toBe(true)
      // Those that go on being sent after the last was written down would be too many.
      await new Promise((resolve) => setTimeout(resolve, 500))
      const times = (row: Row) => mail.times(row.id)
      const after = rows(event)
      expect(after.filter((row) => times(row) === 0)).toEqual([])
      expect(known.filter((id) => mail.times(id) !== 1)).toEqual([])
      const twice = after.filter((row) => times(row) > 1)
      expect(twice.filter((row) => row.doubtful_at === null)).toEqual([])
      // Only what was on its way at that moment is in doubt: a message for each connection.
      expect(after.filter((row) => row.doubtful_at !== null).length).toBeLessThanOrEqual(5)
      expect(mail.unknown(after.map((row) => row.id))).toEqual([])
      doubts.push(twice.length)
      await server.dead()
    }
    console.log(`letters that came twice, under the same Message-ID and marked, for each kill: ${doubts.join(' ')}`)
  } finally {
    database.close()
    await server.remove()
    await mail.close()
  }
})

/** A mail server that notes what it takes at the moment it does, and says so a little later: a kill falls in between. */
async function collector() {
  const taken = new Map<string, number>()
  let all = 0
  let goal: { at: number; reached: () => void } | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let head = ''
      stream.on('data', (chunk: Buffer) => {
        head += chunk.toString()
      })
      stream.on('end', () => {
        const id = /^message-id: *<([^@>]+)@/im.exec(head)?.[1] ?? 'none'
        taken.set(id, (taken.get(id) ?? 0) + 1)
        if (++all === goal?.at) goal.reached()
        setTimeout(done, randomInt(5))
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    begin(): void {
      taken.clear()
      all = 0
    },
    /** Does something at the very moment when so many have come. */
    taken: (at: number, act: () => void) =>
      new Promise<void>((resolve) => {
        goal = {
          at,
          reached: () => {
            act()
            resolve()
          },
        }
      }),
    times: (id: string) => taken.get(id) ?? 0,
    unknown: (ids: string[]) => [...taken.keys()].filter((id) => !ids.includes(id)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
