import 'server-only'
import { count, eq } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { seatPools, seats } from '#db/schema/seats'

/** Pools whose count differs from their seats. Empty unless something is broken. */
export async function miscounted(
  reader: Db = db(),
): Promise<{ poolId: string; eventId: string; taken: number; seats: number }[]> {
  const rows = await reader
    .select({ poolId: seatPools.id, eventId: seatPools.eventId, taken: seatPools.taken, seats: count(seats.id) })
    .from(seatPools)
    .leftJoin(seats, eq(seats.poolId, seatPools.id))
    .groupBy(seatPools.id, seatPools.eventId, seatPools.taken)
  return rows.filter((row) => row.taken !== row.seats)
}
