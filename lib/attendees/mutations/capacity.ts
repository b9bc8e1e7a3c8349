import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { poolRules, seatPools } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { setupHead } from '#lib/events/queries/setup'
import { newId } from '#lib/ids'

/** The key of the pool that caps an event as a whole. */
const EVENT_POOL = 'event'

/**
 * Sets how many people an event has room for; null is no limit. More room goes to those who wait, in their order; with less
 * than are seated nobody loses a place, and no further one is given. `shown` is the capacity the form showed. For organizers.
 */
export async function setCapacity(
  actor: Actor,
  eventId: string,
  capacity: number | null,
  shown: number | null,
  now = new Date(),
): Promise<Result<{ changed: boolean; promoted: string[] }, { reason: 'not-found' | 'changed-meanwhile' }>> {
  return transaction(async (tx) => {
    if (!(await setupHead(actor, eventId, tx))) return refuse('not-found')
    const [pool] = await tx
      .select({ id: seatPools.id, capacity: seatPools.capacity })
      .from(seatPools)
      .where(and(eq(seatPools.eventId, eventId), eq(seatPools.key, EVENT_POOL)))
    const before = pool?.capacity ?? null
    if (before !== shown) return refuse('changed-meanwhile')
    if (before === capacity) return done({ changed: false, promoted: [] })
    if (pool) await tx.update(seatPools).set({ capacity }).where(eq(seatPools.id, pool.id))
    else {
      const poolId = newId()
      await tx.insert(seatPools).values({ id: poolId, eventId, key: EVENT_POOL, capacity })
      await tx.insert(poolRules).values({ id: newId(), eventId, poolId, subject: 'event' })
    }
    await edited(tx, actor, eventId, { before: { capacity: before }, after: { capacity } }, now)
    return done({ changed: true, promoted: await promoteWaiting(tx, eventId, now) })
  })
}
