import 'server-only'
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendeeTypes } from '#db/schema/events'
import { seatPools } from '#db/schema/seats'

/** How many places there are in every one of the pools; infinite where none has a limit. What is told: the guard is in taking them. */
export async function freePlaces(tx: Tx, poolIds: readonly string[]): Promise<number> {
  if (poolIds.length === 0) return Number.POSITIVE_INFINITY
  const pools = await tx
    .select({ capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(and(inArray(seatPools.id, [...poolIds]), isNotNull(seatPools.capacity)))
  return Math.max(0, Math.min(...pools.map(({ capacity, taken }) => (capacity ?? 0) - taken)))
}

/** Whether people can be invited in this capacity: one that the event offers, or null for any. */
export async function isTypeOf(tx: Tx, eventId: string, typeId: string | null): Promise<boolean> {
  if (typeId === null) return true
  const rows = await tx
    .select({ id: attendeeTypes.id })
    .from(attendeeTypes)
    .where(and(eq(attendeeTypes.id, typeId), eq(attendeeTypes.eventId, eventId), isNull(attendeeTypes.archivedAt)))
  return rows.length > 0
}
