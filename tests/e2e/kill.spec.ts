import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { readLink } from '#lib/auth/link'
import { formOf, send } from './support/form.ts'
import { damage } from './support/kept.ts'
import { institution, openEvent } from './support/person.ts'
import { secondServer, within } from './support/second-server.ts'
import { expect, test } from './support/test.ts'

const KILLS = process.env.SERAI_LONG ? 20 : 3
const CLIENTS = 32

test(`what was acknowledged outlives kill -9 in the middle of a rush, ${KILLS} times, and nothing is there by halves`, async () => {
  test.setTimeout(120_000 + KILLS * 30_000)
  const server = await secondServer()
  try {
    const event = await within(server, async () => {
      await institution('Rush Academy')
      return openEvent({ capacity: 40 * KILLS })
    })
    const address = `${server.base}/e/${event.slug}/register`
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS; round++) {
      const before = acknowledged.length
      const form = await formOf(address, 'name="email"')
      let running = true
      const client = async () => {
        while (running) {
          const answer = await send(address, filled(form, event.typeIds[0] ?? '')).catch(() => undefined)
          const token = /\/r\/([\w-]+)/.exec(answer?.location ?? '')?.[1]
          const id = token && readLink(token)?.id
          if (id) acknowledged.push(id)
          else if (answer) throw new Error(`Answered ${answer.status}: ${answer.body.slice(0, 300)}`)
        }
      }
      const clients = Array.from({ length: CLIENTS }, client)
      // Somewhere in a group of commits, when the rush has begun.
      await expect
        .poll(() => acknowledged.length, { timeout: 30_000, intervals: [5] })
        .toBeGreaterThan(before + CLIENTS)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
      const killed = server.kill()
      running = false
      await killed
      await Promise.all(clients)

      await server.start()
      const db = new Database(server.file, { readonly: true })
      expect(damage(db, acknowledged)).toEqual([])
      expect(Number(db.prepare('select count(*) from attendees').pluck().get())).toBeGreaterThanOrEqual(
        acknowledged.length,
      )
      db.close()
      expect(await within(server, diagnose)).toEqual([])
    }
    await server.kill()
    findsEachDamage(server.file, acknowledged)
  } finally {
    await server.remove()
  }
})

/** The control: the same check on copies in which one thing is missing finds it. */
function findsEachDamage(file: string, acknowledged: readonly string[]): void {
  const kept = acknowledged[0] as string
  const damages: Record<string, string> = {
    lost: `delete from attendees where id = '${kept}'`,
    'no seat': `delete from seats where attendee_id = '${kept}'`,
    'no consent': `delete from consents where attendee_id = '${kept}'`,
    'no message': `delete from outbox where attendee_id = '${kept}'`,
    'no audit entry': `delete from audit_entries where subject_id = '${kept}'`,
    'a wrong count': 'update seat_pools set taken = taken - 1',
    'an audit entry of nobody': `update audit_entries set subject_id = 'nobody' where subject_id = '${kept}'`,
    'dangling references': `update seats set attendee_id = 'nobody' where attendee_id = '${kept}'`,
  }
  new Database(file).close()
  for (const [what, sql] of Object.entries(damages)) {
    const copy = `${file}.damaged`
    copyFileSync(file, copy)
    const db = new Database(copy)
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    expect(damage(db, acknowledged).join('\n'), what).toContain(what)
    db.close()
  }
}

function filled(empty: FormData, typeId: string): FormData {
  const form = new FormData()
  for (const [name, value] of empty) form.append(name, value)
  const key = randomUUID()
  const typed = {
    key,
    email: `${key}@mail.test`,
    givenName: 'Rush',
    familyName: key.slice(0, 8),
    institution: 'Rush Academy',
    countryCode: 'KG',
    typeId,
    privacy: '1',
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return form
}
