import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import type { OutboxStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { createMailing } from '#lib/messages/mutations/mailings/create'
import { scheduleMailing } from '#lib/messages/mutations/mailings/schedule'
import { composeMailing } from '#lib/messages/queries/mailing'
import { mailingRecord } from '#lib/messages/queries/mailings'
import { makeEvent, makeUser, NOW, registered, type TestEvent } from '#tests/setup/factories'

export const TEXTS = {
  en: { subject: 'News of {event}', body: 'Dear {name}, see [your page]({link}).' },
  ru: { subject: 'Новости: {event}', body: 'Здравствуйте, {name}! {link}' },
}
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

export let event: TestEvent
export let organizer: Actor & { kind: 'user' }
export let people: string[]

/** Before each test: an event of an organizer's with three people. */
export async function startMailing(): Promise<void> {
  event = await makeEvent()
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  people = []
  for (let i = 0; i < 3; i++) people.push((await registered(event)).attendeeId)
}

export async function draft(filters = '', texts: object = TEXTS): Promise<string> {
  const made = await createMailing(organizer, event.id, { filters, texts }, NOW)
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}

export const send = (id: string, expected: number, at: Date | null = null, now = NOW) =>
  scheduleMailing(organizer, id, { at, expected }, now)

export const rowsOf = (id: string) =>
  db()
    .select({ id: outbox.id, attendeeId: outbox.attendeeId, status: outbox.status, eventId: outbox.eventId })
    .from(outbox)
    .where(and(eq(outbox.mailingId, id), isNull(outbox.userId)))
    .orderBy(outbox.attendeeId)

export const set = (attendeeId: string, change: Partial<typeof attendees.$inferInsert>) =>
  transaction(async (tx) => void (await tx.update(attendees).set(change).where(eq(attendees.id, attendeeId))))

export const mark = (mailingId: string, attendeeId: string, status: OutboxStatus) =>
  transaction(
    async (tx) =>
      void (await tx
        .update(outbox)
        .set({ status, lastError: status === 'failed' ? 'refused: 550 no' : null })
        .where(and(eq(outbox.mailingId, mailingId), eq(outbox.attendeeId, attendeeId)))),
  )

export const record = async (id: string, now = NOW) => mailingRecord(organizer, event.id, id, now)

export const composed = async (mailingId: string, attendeeId: string) => {
  const [row] = (await rowsOf(mailingId)).filter((one) => one.attendeeId === attendeeId)
  return composeMailing({ id: row?.id ?? '', attendeeId, userId: null, mailingId, locale: null })
}

/** Many more people, made the short way. */
export async function crowd(n: number): Promise<void> {
  const [model] = await db()
    .select()
    .from(attendees)
    .where(eq(attendees.id, people[0] ?? ''))
  if (!model) throw new Error('nobody to copy')
  const rows = Array.from({ length: n }, (_, i) => ({
    ...model,
    // Behind the others in every order of ids.
    id: `f${model.id.slice(1, -4)}${(i + 1).toString(16).padStart(4, '0')}`,
    code: `${event.slug}-${i}`,
    email: `crowd${i}@mail.test`,
    emailKey: `crowd${i}@mail.test`,
    submissionHash: `crowd ${i}`,
  }))
  await transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += 100) await tx.insert(attendees).values(rows.slice(from, from + 100))
  })
}
