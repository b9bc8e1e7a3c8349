import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import type { Result } from '#lib/errors'
import { claimSeats, type Full } from '#lib/seats/mutations/claim'
import { claimPastLimits } from '#lib/seats/mutations/override'
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
  return claimSeats(tx, attendeeId, await leaveOthers(tx, attendeeId, poolIds), now)
}

/** The same into pools that are full too: an organizer's explicit decision. Answers the pools that were full. */
export async function moveSeatsPastLimits(
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<string[]> {
  return claimPastLimits(tx, attendeeId, await leaveOthers(tx, attendeeId, poolIds), now)
}

/** Gives back the seats in all other pools. Answers the pools in which no seat is held yet. */
async function leaveOthers(tx: Tx, attendeeId: string, poolIds: readonly string[]): Promise<string[]> {
  const held = await tx.select({ poolId: seats.poolId }).from(seats).where(eq(seats.attendeeId, attendeeId))
  const here = held.map((seat) => seat.poolId)
  await releaseSeats(
    tx,
    attendeeId,
    here.filter((poolId) => !poolIds.includes(poolId)),
  )
  return poolIds.filter((poolId) => !here.includes(poolId))
}
