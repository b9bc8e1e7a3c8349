import 'server-only'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools } from '#db/schema/seats'

/**
 * The one statement that admits: takes a place in a pool if there is one. False when the pool is full.
 * The guard is part of the statement, so no two can take the last place.
 */
export async function takePlace(tx: Tx, poolId: string): Promise<boolean> {
  const taken = await tx
    .update(seatPools)
    .set({ taken: sql`${seatPools.taken} + 1` })
    .where(and(eq(seatPools.id, poolId), or(isNull(seatPools.capacity), lt(seatPools.taken, seatPools.capacity))))
    .returning({ id: seatPools.id })
  return taken.length > 0
}
