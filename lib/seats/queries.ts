import 'server-only'
import { and, count, eq, isNotNull, or } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { seatPools, seats } from '#db/schema/seats'
import { holderRules, type PoolRule, poolsFor, type WantedPool } from '#lib/seats/policy'

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

export type Hold = { id: string; name: 'invitation' | 'code'; pool: string; held: number; must: number; full: boolean }

/**
 * How many places each invitation and code of an event holds in each pool, and how many it must: what is held for one that ended is left over. In a
 * pool that is full a code may hold fewer, see `settleCodes`.
 */
export async function holds(eventId: string, rules: readonly PoolRule[], reader: Db = db()): Promise<Hold[]> {
  const pools = await reader
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(eq(seatPools.eventId, eventId))
  const people = await reader
    .select({
      id: invitations.id,
      typeId: invitations.typeId,
      outcome: invitations.outcome,
      holds: invitations.holds,
    })
    .from(invitations)
    .where(eq(invitations.eventId, eventId))
  const codes = await reader
    .select({ id: invitationCodes.id, typeId: invitationCodes.typeId, outcome: invitationCodes.outcome })
    .from(invitationCodes)
    .where(eq(invitationCodes.eventId, eventId))
  const held = await reader
    .select({ poolId: seats.poolId, invitationId: seats.invitationId, codeId: seats.codeId, n: count() })
    .from(seats)
    .innerJoin(seatPools, eq(seatPools.id, seats.poolId))
    .where(and(eq(seatPools.eventId, eventId), or(isNotNull(seats.invitationId), isNotNull(seats.codeId))))
    .groupBy(seats.poolId, seats.invitationId, seats.codeId)
  const idOf = (pool: WantedPool) => ('poolId' in pool ? pool.poolId : pools.find(({ key }) => key === pool.key)?.id)
  const left = (codeId: string) => {
    const pool = pools.find(({ key }) => key === `code:${codeId}`)
    return Math.max(0, (pool?.capacity ?? 0) - (pool?.taken ?? 0))
  }
  const holders = [
    ...people.map((one) => ({ ...one, name: 'invitation' as const, places: one.holds && !one.outcome ? 1 : 0 })),
    ...codes.map((one) => ({ ...one, name: 'code' as const, places: one.outcome ? 0 : left(one.id) })),
  ]
  const own = Map.groupBy(held, (seat) => seat.invitationId ?? seat.codeId)
  return holders.flatMap(({ id, name, typeId, places }) => {
    const has = new Map(own.get(id)?.map((seat) => [seat.poolId, seat.n]))
    const wanted = places > 0 ? poolsFor(...holderRules(rules, typeId)).flatMap((pool) => idOf(pool) ?? []) : []
    return [...new Set([...has.keys(), ...wanted])].map((poolId): Hold => {
      const pool = pools.find((one) => one.id === poolId)
      const full = typeof pool?.capacity === 'number' && pool.taken >= pool.capacity
      const must = wanted.includes(poolId) ? places : 0
      return { id, name, pool: pool?.key ?? poolId, held: has.get(poolId) ?? 0, must, full }
    })
  })
}
