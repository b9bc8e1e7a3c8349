import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools } from '#db/schema/seats'
import { poolIdsFor } from '#lib/seats/mutations/claim'
import { type PoolRule, poolsFor, type SeatFacts } from '#lib/seats/policy'

export type Room = Awaited<ReturnType<typeof roomOf>>
type Pool = { id: string; key: string; capacity: number | null; taken: number }

/**
 * How full the pools of an event are, read once by a verb that looks at many people and kept along as it seats them, so that whoever cannot have a
 * place costs no statement. It only tells whom to try: what admits is `takePlace`.
 */
export async function roomOf(tx: Tx, eventId: string, rules: readonly PoolRule[]) {
  const pools = new Map<string, Pool>()
  const byKey = new Map<string, Pool>()
  await read()
  return { poolsOf, isFull, take }

  /** The pools that apply, in the fixed order in which they are taken. */
  async function poolsOf(facts: SeatFacts): Promise<string[]> {
    const known = poolsFor(rules, facts).map((pool) => ('poolId' in pool ? pool.poolId : byKey.get(pool.key)?.id))
    if (known.every((id) => id !== undefined)) return known.sort()
    const ids = await poolIdsFor(tx, eventId, rules, facts)
    await read()
    return ids
  }

  function isFull(poolId: string): boolean {
    const pool = pools.get(poolId)
    return pool !== undefined && pool.capacity !== null && pool.taken >= pool.capacity
  }

  function take(poolIds: readonly string[]): void {
    for (const id of poolIds) {
      const pool = pools.get(id)
      if (pool) pool.taken++
    }
  }

  async function read(): Promise<void> {
    const rows = await tx
      .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(eq(seatPools.eventId, eventId))
    for (const pool of rows) {
      pools.set(pool.id, pool)
      byKey.set(pool.key, pool)
    }
  }
}
