import 'server-only'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db, type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { reminders } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import { type Actor, system } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { isDue, LONGEST_BEFORE, reminderAt } from '#lib/messages/policy/reminders'
import { enqueue } from '#lib/outbox/mutations'

type Refusal = { reason: 'not-found' | 'out-of-range' | 'past' | 'twice' }

/** Lets everybody with a place be reminded so many days before the event begins. Refused when that moment is past. For organizers. */
export async function addReminder(
  actor: Actor,
  eventId: string,
  daysBefore: number,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return transaction(async (tx) => {
    const event = await eventFor(tx, actor, eventId)
    if (!event) return refuse('not-found')
    if (!Number.isInteger(daysBefore) || daysBefore < 1 || daysBefore > LONGEST_BEFORE) return refuse('out-of-range')
    if (reminderAt(event, daysBefore) <= now) return refuse('past')
    const made = await tx
      .insert(reminders)
      .values({ id: newId(), eventId, daysBefore })
      .onConflictDoNothing()
      .returning({ id: reminders.id })
    if (made.length === 0) return refuse('twice')
    await record(tx, actor, { verb: 'reminder.add', eventId, subjectId: eventId, after: { daysBefore } }, now)
    return done()
  })
}

/** Takes a reminder back; one that went stays as it is. For organizers. */
export async function removeReminder(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'sent' }>> {
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ eventId: reminders.eventId, daysBefore: reminders.daysBefore, sentAt: reminders.sentAt })
      .from(reminders)
      .where(and(eq(reminders.id, id), within(actor, 'decide', reminders.eventId)))
    if (!row) return refuse('not-found')
    if (row.sentAt) return refuse('sent')
    await tx.delete(reminders).where(and(eq(reminders.id, id), isNull(reminders.sentAt)))
    const { eventId, daysBefore } = row
    await record(tx, actor, { verb: 'reminder.remove', eventId, subjectId: eventId, before: { daysBefore } }, now)
    return done()
  })
}

/**
 * Puts the reminders that are due into the outbox, one for each who has a place, each event in a transaction of its own. Of several that fell due
 * while the server was down people get one. Answers how many letters.
 */
export async function queueReminders(now = new Date()): Promise<number> {
  let queued = 0
  for (const eventId of await waitingEvents(now)) queued += await transaction((tx) => queueFor(tx, eventId, now))
  return queued
}

/** Published events with reminders that did not go yet, or went for a day that is not the event's any more. */
async function waitingEvents(now: Date): Promise<string[]> {
  const rows = await db()
    .select({
      id: reminders.eventId,
      daysBefore: reminders.daysBefore,
      sentAt: reminders.sentAt,
      startsOn: events.startsOn,
      timeZone: events.timeZone,
    })
    .from(reminders)
    .innerJoin(events, eq(events.id, reminders.eventId))
    .where(eq(events.status, 'published'))
  const waiting = rows.filter(({ sentAt, daysBefore, ...event }) => !sentAt || reminderAt(event, daysBefore) > now)
  return [...new Set(waiting.map(({ id }) => id))]
}

async function queueFor(tx: Tx, eventId: string, now: Date): Promise<number> {
  const [event] = await tx
    .select({ startsOn: events.startsOn, timeZone: events.timeZone })
    .from(events)
    .where(and(eq(events.id, eventId), eq(events.status, 'published')))
  if (!event) return 0
  await rearm(tx, event, eventId, now)
  const open = await tx
    .select({ id: reminders.id, daysBefore: reminders.daysBefore })
    .from(reminders)
    .where(and(eq(reminders.eventId, eventId), isNull(reminders.sentAt)))
  const due = open.filter(({ daysBefore }) => isDue(event, daysBefore, now))
  let news = false
  for (const { id } of due) {
    const marked = await tx
      .update(reminders)
      .set({ sentAt: now })
      .where(and(eq(reminders.id, id), isNull(reminders.sentAt)))
      .returning({ id: reminders.id })
    news ||= marked.length > 0
  }
  if (!news) return 0
  const people = await tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(attendees.status, 'confirmed')))
    .orderBy(asc(attendees.id))
  if (people.length > 0)
    await enqueue(
      tx,
      people.map(({ id }) => ({ kind: 'reminder' as const, attendeeId: id })),
      now,
    )
  const after = { people: people.length, daysBefore: due.map(({ daysBefore }) => daysBefore) }
  await record(tx, system('clock'), { verb: 'reminder.send', eventId, subjectId: eventId, after }, now)
  return people.length
}

/** A reminder that went before its moment went for an earlier day: the event was moved, and it goes once more. */
async function rearm(tx: Tx, event: { startsOn: string; timeZone: string }, eventId: string, now: Date): Promise<void> {
  const gone = await tx
    .select({ id: reminders.id, daysBefore: reminders.daysBefore })
    .from(reminders)
    .where(and(eq(reminders.eventId, eventId), isNotNull(reminders.sentAt)))
  for (const { id, daysBefore } of gone)
    if (reminderAt(event, daysBefore) > now)
      await tx.update(reminders).set({ sentAt: null }).where(eq(reminders.id, id))
}

async function eventFor(tx: Tx, actor: Actor, eventId: string) {
  const [row] = await tx
    .select({ startsOn: events.startsOn, timeZone: events.timeZone })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  return row
}
