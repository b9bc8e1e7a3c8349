import 'server-only'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import { newId } from '#lib/ids'
import { takeAnyway } from '#lib/seats/mutations/count'
import { takePlace } from '#lib/seats/mutations/take'

/** Takes a seat in each pool, in those that are full too: an organizer's explicit decision. Answers the pools that were full. */
export async function claimPastLimits(
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const past: string[] = []
  for (const poolId of poolIds) {
    if (!(await takePlace(tx, poolId))) {
      await takeAnyway(tx, poolId)
      past.push(poolId)
    }
    await tx.insert(seats).values({ id: newId(), poolId, takenFromId: poolId, attendeeId, takenAt: now })
  }
  return past
}
