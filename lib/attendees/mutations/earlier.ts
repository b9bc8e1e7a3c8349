import 'server-only'
import { and, desc, eq, ne } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { emailKey } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { enqueue } from '#lib/outbox/mutations'

/**
 * Sends the owner of an address a link to an event's form, filled in with what was given at the latest event before. Open to everybody; answers nothing about
 * whether there was any.
 */
export async function sendEarlier(actor: Actor, email: string, slug: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const [event] = await tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.slug, slug), eq(events.status, 'published')))
    const [latest] = await tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(and(eq(attendees.emailKey, emailKey(email)), ne(attendees.eventId, event?.id ?? '')))
      .orderBy(desc(attendees.registeredAt), desc(attendees.id))
      .limit(1)
    if (!event || !latest) return
    await enqueue(tx, { kind: 'earlier', attendeeId: latest.id, eventId: event.id }, now)
    await record(tx, actor, { verb: 'attendee.send-earlier', eventId: event.id, subjectId: latest.id }, now)
  })
}
