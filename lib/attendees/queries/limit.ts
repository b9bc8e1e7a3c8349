import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import type { PoolSubject } from '#db/enums'
import { poolRules, seatPools } from '#db/schema/seats'

export type Limit = { subject: PoolSubject; capacity: number }

/** The limit behind a pool: what it is about and how many it lets in; null where there is none. */
export async function limitOf(poolId: string, reader: Db = db()): Promise<Limit | null> {
  const [pool] = await reader
    .select({ key: seatPools.key, capacity: seatPools.capacity, eventId: seatPools.eventId })
    .from(seatPools)
    .where(eq(seatPools.id, poolId))
  if (!pool) return null
  // A pool that was made when first needed has its rule in its key.
  const [ruleId = ''] = pool.key.split(':')
  const [rule] = await reader
    .select({ subject: poolRules.subject })
    .from(poolRules)
    .where(and(eq(poolRules.eventId, pool.eventId), or(eq(poolRules.poolId, poolId), eq(poolRules.id, ruleId))))
    .limit(1)
  return rule ? { subject: rule.subject, capacity: pool.capacity ?? 0 } : null
}
