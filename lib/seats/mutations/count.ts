import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools } from '#db/schema/seats'

/** Counts a place in a pool whether there is one or not. For moves that must not fail, such as a merge of institutions; the pool then shows "52 of 50". */
export async function takeAnyway(tx: Tx, poolId: string): Promise<void> {
  await tx
    .update(seatPools)
    .set({ taken: sql`${seatPools.taken} + 1` })
    .where(eq(seatPools.id, poolId))
}

/** Gives one place back to a pool's count, as part of the verb that removes or moves the seat. */
export async function giveBack(tx: Tx, poolId: string): Promise<void> {
  await tx
    .update(seatPools)
    .set({ taken: sql`${seatPools.taken} - 1` })
    .where(eq(seatPools.id, poolId))
}
