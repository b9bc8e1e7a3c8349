import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { type AuditVerb, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { untoldOfChange, untoldOfEnd, untoldOfReturn } from '#lib/messages/queries/event-news'
import { enqueue } from '#lib/outbox/mutations'

type Told = Result<{ people: number }, { reason: 'not-found' | 'nothing-to-tell' }>

/** Tells everybody with a place what is other with the days, the hours or the place than they know; once for each change. For organizers. */
export async function tellOfChange(actor: Actor, eventId: string, now = new Date()): Promise<Told> {
  return transaction(async (tx) => {
    const people = await untoldOfChange(actor, eventId, now, tx)
    return tell(tx, actor, { eventId, kind: 'event-changed', verb: 'event.tell-change', people }, now)
  })
}

/** Tells everybody registered that the event does not take place; once, until it is published again. For organizers. */
export async function tellOfEnd(actor: Actor, eventId: string, now = new Date()): Promise<Told> {
  return transaction(async (tx) => {
    const people = await untoldOfEnd(actor, eventId, now, tx)
    const told = await tell(tx, actor, { eventId, kind: 'event-cancelled', verb: 'event.tell-cancelled', people }, now)
    if (told.ok) await countOn(tx, eventId, now)
    return told
  })
}

/** Tells everybody registered that the event takes place after all, and what is other by now; once. The letter is told by its moment. For organizers. */
export async function tellOfReturn(actor: Actor, eventId: string, now = new Date()): Promise<Told> {
  return transaction(async (tx) => {
    const people = await untoldOfReturn(actor, eventId, now, tx)
    const told = await tell(tx, actor, { eventId, kind: 'event-changed', verb: 'event.tell-return', people }, now)
    if (told.ok) await countOn(tx, eventId, now)
    return told
  })
}

/** Calendars take an entry out, or in again, only for a higher number than that with which it came. */
async function countOn(tx: Tx, eventId: string, now: Date): Promise<void> {
  await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1`, updatedAt: now })
    .where(eq(events.id, eventId))
}

type News = {
  eventId: string
  kind: 'event-changed' | 'event-cancelled'
  verb: AuditVerb
  people: string[] | null
}

async function tell(tx: Tx, actor: Actor, { eventId, kind, verb, people }: News, now: Date): Promise<Told> {
  if (!people) return refuse('not-found')
  if (people.length === 0) return refuse('nothing-to-tell')
  await enqueue(
    tx,
    people.map((attendeeId) => ({ kind, attendeeId })),
    now,
  )
  await record(tx, actor, { verb, eventId, subjectId: eventId, after: { people: people.length } }, now)
  return done({ people: people.length })
}
