import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { waitingPlaces } from '#db/schema/seats'
import { type Limit, limitOf } from '#lib/attendees/queries/limit'
import type { Actor } from '#lib/auth/actor'

/** The limit that keeps the participant waiting; null where none does. */
export async function blockedBy(actor: Actor): Promise<Limit | null> {
  if (actor.kind !== 'participant') return null
  const [place] = await db()
    .select({ poolId: waitingPlaces.blockedById })
    .from(waitingPlaces)
    .where(eq(waitingPlaces.attendeeId, actor.attendeeId))
  return place?.poolId ? limitOf(place.poolId) : null
}
