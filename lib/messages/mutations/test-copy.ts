import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import type { LetterKind } from '#lib/messages/policy/kinds'
import { enqueue } from '#lib/outbox/mutations'

/**
 * Sends the actor a copy of a letter as it is worded now, as it would be for an attendee of the event, or for a made-up one (`attendeeId` null). Nobody
 * else gets anything. For organizers.
 */
export async function sendTestCopy(
  actor: Actor,
  eventId: string,
  { kind, attendeeId, locale }: { kind: LetterKind; attendeeId: string | null; locale: Locale },
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' }>> {
  if (actor.kind !== 'user') return refuse('not-found')
  const { userId } = actor
  return transaction(async (tx) => {
    const found = attendeeId
      ? await tx
          .select({ eventId: attendees.eventId })
          .from(attendees)
          .where(
            and(
              eq(attendees.id, attendeeId),
              eq(attendees.eventId, eventId),
              within(actor, 'decide', attendees.eventId),
            ),
          )
      : await tx
          .select({ eventId: events.id })
          .from(events)
          .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
    if (found.length === 0) return refuse('not-found')
    await enqueue(tx, { kind, userId, eventId, locale, ...(attendeeId && { attendeeId }) }, now)
    await record(tx, actor, { verb: 'message.test', eventId, subjectId: eventId, after: { kind, locale } }, now)
    return done()
  })
}
