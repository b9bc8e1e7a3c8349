import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools, seats } from '#db/schema/seats'

/** Gives back every seat of an attendee. Answers the pools that have room again. */
export async function releaseSeats(tx: Tx, attendeeId: string): Promise<string[]> {
  const released = await tx.delete(seats).where(eq(seats.attendeeId, attendeeId)).returning({ poolId: seats.poolId })
  for (const { poolId } of released)
    await tx
      .update(seatPools)
      .set({ taken: sql`${seatPools.taken} - 1` })
      .where(eq(seatPools.id, poolId))
  return released.map((seat) => seat.poolId)
}
