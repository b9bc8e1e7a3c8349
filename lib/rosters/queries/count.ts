import 'server-only'
import { and, count, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'

/** How many records an event has, of any status. */
export async function attendeeCount(actor: Actor, eventId: string): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), within(actor, 'read', attendees.eventId)))
  return row?.n ?? 0
}
