import 'server-only'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'

export const EVENT_POOL = 'event'

/** How full an event is. `capacity` null is unlimited. */
export type Places = { capacity: number | null; taken: number; waiting: number }

/** The places of events as a whole, by event id. Public. */
export async function placesOf(eventIds: readonly string[]): Promise<Map<string, Places>> {
  if (eventIds.length === 0) return new Map()
  const rows = await db()
    .select({
      eventId: seatPools.eventId,
      capacity: seatPools.capacity,
      taken: seatPools.taken,
      waiting: sql<number>`(select count(*) from ${waitingPlaces} where ${waitingPlaces.eventId} = ${seatPools.eventId})`.mapWith(Number),
    })
    .from(seatPools)
    .where(and(inArray(seatPools.eventId, [...eventIds]), eq(seatPools.key, EVENT_POOL)))
  return new Map(rows.map(({ eventId, ...places }) => [eventId, places]))
}

/** Pools whose count differs from their seats. Empty unless something is broken. */
export async function miscounted(): Promise<{ poolId: string; taken: number; seats: number }[]> {
  const rows = await db()
    .select({ poolId: seatPools.id, taken: seatPools.taken, seats: count(seats.id) })
    .from(seatPools)
    .leftJoin(seats, eq(seats.poolId, seatPools.id))
    .groupBy(seatPools.id, seatPools.taken)
  return rows.filter((row) => row.taken !== row.seats)
}
