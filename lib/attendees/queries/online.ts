import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'

/** Where a participant's event goes on online; empty for whoever has no confirmed place there. */
export async function onlineUrlOf(actor: Actor): Promise<string> {
  if (actor.kind !== 'participant') return ''
  const [row] = await db()
    .select({ url: events.onlineUrl })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(and(eq(attendees.id, actor.attendeeId), eq(attendees.status, 'confirmed')))
  return row?.url ?? ''
}
