import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { db } from '#db/client'
import type { PoolSubject } from '#db/enums'
import { poolRules, seatPools, waitingPlaces } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'

/** The limit that keeps the participant waiting: what it is about and how many it lets in; null where none does. */
export async function blockedBy(actor: Actor): Promise<{ subject: PoolSubject; capacity: number } | null> {
  if (actor.kind !== 'participant') return null
  const [pool] = await db()
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, eventId: seatPools.eventId })
    .from(waitingPlaces)
    .innerJoin(seatPools, eq(seatPools.id, waitingPlaces.blockedById))
    .where(eq(waitingPlaces.attendeeId, actor.attendeeId))
  if (!pool) return null
  // A pool that was made when first needed has its rule in its key.
  const [ruleId = ''] = pool.key.split(':')
  const [rule] = await db()
    .select({ subject: poolRules.subject })
    .from(poolRules)
    .where(and(eq(poolRules.eventId, pool.eventId), or(eq(poolRules.poolId, pool.id), eq(poolRules.id, ruleId))))
    .limit(1)
  return rule ? { subject: rule.subject, capacity: pool.capacity ?? 0 } : null
}
