import 'server-only'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { hasBegun, hasEnded } from '#lib/events/policy'
import {
  changedSince,
  type EventEntry,
  isCalledOff,
  isReturnUntold,
  knownSince,
  toldOfChangeAt,
  worthTelling,
} from '#lib/messages/policy/event-news'
import { LETTERS } from '#lib/messages/policy/kinds'

/** Those with a place for whom the days, the hours or the place are other than they know; null for those who may not decide. */
export async function untoldOfChange(
  actor: Actor,
  eventId: string,
  now = new Date(),
  reader: Db = db(),
): Promise<string[] | null> {
  const event = await eventFor(actor, eventId, reader)
  if (!event) return null
  if (event.status !== 'published' || hasEnded(event, now)) return []
  const entries = await newsOf(eventId, reader)
  // They believe that it does not take place at all: that is to be told, and these changes with it.
  if (isReturnUntold(entries)) return []
  const toldAt = toldOfChangeAt(entries)
  const edits = entries.filter((entry) => Object.keys(changedSince([entry], toldAt ?? new Date(0))).length > 0)
  if (edits.length === 0) return []
  const people = await reader
    .select({ id: attendees.id, registeredAt: attendees.registeredAt })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(attendees.status, 'confirmed')))
    .orderBy(asc(attendees.id))
  const isOther = (since: Date) => Object.keys(worthTelling(changedSince(edits, since), event)).length > 0
  return people.filter(({ registeredAt }) => isOther(knownSince(registeredAt, toldAt))).map(({ id }) => id)
}

/** Those who are registered for an event that is not public any more, while nobody has told them; null for those who may not decide. */
export async function untoldOfEnd(
  actor: Actor,
  eventId: string,
  now = new Date(),
  reader: Db = db(),
): Promise<string[] | null> {
  const event = await eventFor(actor, eventId, reader)
  if (!event) return null
  if (event.status === 'published' || hasBegun(event, now) || isCalledOff(await newsOf(eventId, reader))) return []
  return registeredIds(eventId, reader)
}

/** Those who are registered for an event that is public again, while the last they were told is that it does not take place; null for those who may not decide. */
export async function untoldOfReturn(
  actor: Actor,
  eventId: string,
  now = new Date(),
  reader: Db = db(),
): Promise<string[] | null> {
  const event = await eventFor(actor, eventId, reader)
  if (!event) return null
  if (event.status !== 'published' || hasEnded(event, now) || !isReturnUntold(await newsOf(eventId, reader))) return []
  return registeredIds(eventId, reader)
}

async function registeredIds(eventId: string, reader: Db): Promise<string[]> {
  const people = await reader
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), inArray(attendees.status, [...LETTERS['event-cancelled'].trueWhile])))
    .orderBy(asc(attendees.id))
  return people.map(({ id }) => id)
}

/** What was done to an event that people may have to hear of, the latest first. For letters and what stands above. */
export async function newsOf(eventId: string, reader: Db = db()): Promise<EventEntry[]> {
  const rows = await reader
    .select({
      verb: auditEntries.verb,
      at: auditEntries.at,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, eventId), inArray(auditEntries.verb, NEWS)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
  return rows.map(({ before, after, ...row }) => ({ ...row, before: before ?? {}, after: after ?? {} }) as EventEntry)
}

const NEWS = ['event.edit', 'event.publish', 'event.tell-change', 'event.tell-cancelled', 'event.tell-return']

async function eventFor(actor: Actor, eventId: string, reader: Db) {
  const [row] = await reader
    .select({
      status: events.status,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      startTime: events.startTime,
      endTime: events.endTime,
      timeZone: events.timeZone,
    })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  return row
}
