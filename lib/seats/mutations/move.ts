import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import type { Result } from '#lib/errors'
import { claimSeats, type Full } from '#lib/seats/mutations/claim'
import { releaseSeats } from '#lib/seats/mutations/release'

/**
 * Moves an attendee to other pools: gives back the seats in pools that apply no longer, takes those in pools that apply now. A pool that
 * applies before and after is not touched, so that nobody loses a seat in one that is over its capacity.
 */
export async function moveSeats(
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<Result<undefined, Full>> {
  const held = await tx.select({ poolId: seats.poolId }).from(seats).where(eq(seats.attendeeId, attendeeId))
  const here = held.map((seat) => seat.poolId)
  await releaseSeats(
    tx,
    attendeeId,
    here.filter((poolId) => !poolIds.includes(poolId)),
  )
  return claimSeats(
    tx,
    attendeeId,
    poolIds.filter((poolId) => !here.includes(poolId)),
    now,
  )
}
