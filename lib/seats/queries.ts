import 'server-only'
import { and, count, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'

export const EVENT_POOL = 'event'

/** How full an event is. `capacity` null is unlimited. */
export type Places = { capacity: number | null; taken: number; waiting: number }

/** The places of events as a whole, by event id. Public. */
export async function placesOf(eventIds: readonly string[]): Promise<Map<string, Places>> {
  if (eventIds.length === 0) return new Map()
  const ids = [...eventIds]
  const [pools, queues] = await Promise.all([
    db()
      .select({ eventId: seatPools.eventId, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(and(inArray(seatPools.eventId, ids), eq(seatPools.key, EVENT_POOL))),
    db()
      .select({ eventId: waitingPlaces.eventId, n: count() })
      .from(waitingPlaces)
      .where(inArray(waitingPlaces.eventId, ids))
      .groupBy(waitingPlaces.eventId),
  ])
  const waiting = new Map(queues.map((queue) => [queue.eventId, queue.n]))
  return new Map(pools.map(({ eventId, ...places }) => [eventId, { ...places, waiting: waiting.get(eventId) ?? 0 }]))
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
