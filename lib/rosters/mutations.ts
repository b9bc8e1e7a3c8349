import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { attendeeIds } from '#lib/attendees/queries/list'
import type { AttendeeList } from '#lib/attendees/schema/list'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import type { Format } from '#lib/rosters/schema'

/**
 * Takes down who exports which list, how and how many, and answers the ids that the file will hold, in its order. All pages of the list.
 * For staff and organizers.
 */
export async function exportRoster(
  actor: Actor,
  eventId: string,
  list: AttendeeList,
  format: Format,
  now = new Date(),
): Promise<Result<string[], { reason: 'not-found' }>> {
  const ids = await attendeeIds(actor, eventId, list)
  return transaction(async (tx) => {
    const [event] = await tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.id, eventId), within(actor, 'read', events.id)))
    if (!event) return refuse('not-found')
    const { status, q, country, institution, type, sort, dir } = list
    const filter = { status, q, country, institution, type, sort, dir }
    await record(
      tx,
      actor,
      { verb: 'roster.export', eventId, after: { format, count: ids.length, columns: list.cols, filter } },
      now,
    )
    return done(ids)
  })
}
