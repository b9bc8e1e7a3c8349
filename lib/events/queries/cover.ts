import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { db } from '#db/client'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'

/** Whether a picture is the cover of an event that is published, or that the actor may read. */
export async function isCover(actor: Actor, slug: string, coverId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.slug, slug),
        eq(events.coverId, coverId),
        or(eq(events.status, 'published'), within(actor, 'read', events.id)),
      ),
    )
  return rows.length > 0
}
