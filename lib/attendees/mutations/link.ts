import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { emailKey } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { hasEnded } from '#lib/events/policy'
import { enqueue } from '#lib/outbox/mutations'

/**
 * Sends the private links of the registrations under an address, to that address: of one published event, or of every
 * one that has not ended (`slug` null). Open to everybody; answers nothing about whether there are any.
 */
export async function sendLinks(actor: Actor, email: string, slug: string | null, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const rows = await tx
      .select({ id: attendees.id, eventId: events.id, endsOn: events.endsOn, timeZone: events.timeZone })
      .from(attendees)
      .innerJoin(events, eq(events.id, attendees.eventId))
      .where(
        and(
          eq(attendees.emailKey, emailKey(email)),
          eq(events.status, 'published'),
          slug === null ? undefined : eq(events.slug, slug),
        ),
      )
    for (const { id, eventId, ...event } of rows) {
      if (slug === null && hasEnded(event, now)) continue
      await enqueue(tx, { kind: 'link', attendeeId: id }, now)
      await record(tx, actor, { verb: 'attendee.send-link', eventId, subjectId: id }, now)
    }
  })
}
