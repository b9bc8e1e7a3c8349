import 'server-only'
import { count, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { seatPools, seats } from '#db/schema/seats'

/** Pools whose count differs from their seats. Empty unless something is broken. */
export async function miscounted(): Promise<{ poolId: string; taken: number; seats: number }[]> {
  const rows = await db()
    .select({ poolId: seatPools.id, taken: seatPools.taken, seats: count(seats.id) })
    .from(seatPools)
    .leftJoin(seats, eq(seats.poolId, seatPools.id))
    .groupBy(seatPools.id, seatPools.taken)
  return rows.filter((row) => row.taken !== row.seats)
}
