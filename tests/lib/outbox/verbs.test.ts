import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { OUTBOX_STATUSES, type OutboxStatus } from '#db/enums'
import { auditEntries } from '#db/schema/audit'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { lease } from '#lib/outbox/mutations/lease'
import { retryMessage } from '#lib/outbox/mutations/retry'
import { stopMessage } from '#lib/outbox/mutations/stop'
import { makeEvent, makeUser, NOW, participantOf, type TestEvent } from '#tests/setup/factories'
import { later, rows, waitingMessages } from '#tests/setup/outbox'

let event: TestEvent
let organizer: Actor
let id = ''
beforeEach(async () => {
  ;({ event } = await waitingMessages(1))
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  id = (await rows())[0]?.id ?? ''
})

const set = (status: OutboxStatus) =>
  transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ status, attempts: 3, lastError: 'refused: 550', dueAt: later(3_600_000) })
      .where(eq(outbox.id, id))
  })
const row = async () => (await rows()).find((one) => one.id === id)
const told = (verb: string) => db().select().from(auditEntries).where(eq(auditEntries.verb, verb))

describe.each([
  ['retryMessage', retryMessage, ['retry', 'failed'], 'queued', 'message.retry'],
  ['stopMessage', stopMessage, ['queued', 'retry'], 'stopped', 'message.stop'],
] as const)('%s', (_, act, from, becomes, verb) => {
  it.each(OUTBOX_STATUSES)('from %s', async (status) => {
    await set(status)
    const before = (await told(verb)).length
    const possible = (from as readonly string[]).includes(status)
    expect(await act(organizer, id, NOW)).toEqual(
      possible ? { ok: true, value: undefined } : { ok: false, reason: 'not-possible', status },
    )
    expect((await row())?.status).toBe(possible ? becomes : status)
    expect(await told(verb)).toHaveLength(before + (possible ? 1 : 0))
  })

  it('refuses the wrong actor', async () => {
    await set('retry')
    const other = await makeEvent()
    const strangers: Actor[] = [
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      participantOf(event, (await row())?.attendeeId ?? ''),
      { kind: 'anonymous' },
    ]
    for (const actor of strangers) expect(await act(actor, id, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect((await row())?.status).toBe('retry')
    expect(await act(organizer, 'nowhere', NOW)).toEqual({ ok: false, reason: 'not-found' })
  })
})

it('a message sent again by hand goes at once, and its attempts begin anew', async () => {
  await set('failed')
  await retryMessage(organizer, id, NOW)
  expect((await lease(9, [], NOW)).find((message) => message.id === id)?.attempts).toBe(1)
})

it('a stopped message is not taken', async () => {
  await stopMessage(organizer, id, NOW)
  expect((await lease(9, [], later(1e9))).map((message) => message.id)).not.toContain(id)
  const [entry] = (await told('message.stop')).filter((one) => one.eventId === event.id)
  expect(entry).toMatchObject({ subjectId: (await row())?.attendeeId, after: { status: 'stopped', message: id } })
})
