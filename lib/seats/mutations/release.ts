import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import { giveBack } from '#lib/seats/mutations/count'

/** Gives back the seats of an attendee: every one, or those in the given pools. Answers the pools that have room again. */
export async function releaseSeats(tx: Tx, attendeeId: string, poolIds?: readonly string[]): Promise<string[]> {
  if (poolIds?.length === 0) return []
  const those = poolIds ? inArray(seats.poolId, [...poolIds]) : sql`1 = 1`
  const released = await tx
    .delete(seats)
    .where(and(eq(seats.attendeeId, attendeeId), those))
    .returning({ poolId: seats.poolId })
  for (const { poolId } of released) await giveBack(tx, poolId)
  return released.map((seat) => seat.poolId)
}
