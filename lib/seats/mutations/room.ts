import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatPools } from '#db/schema/seats'
import { newId } from '#lib/ids'
import { type PoolRule, poolsFor, type SeatFacts } from '#lib/seats/policy'

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

  /** The pools that apply, made where they are needed for the first time, in the fixed order in which they are taken. */
  async function poolsOf(facts: SeatFacts): Promise<string[]> {
    const wanted = poolsFor(rules, facts)
    const missing = wanted.flatMap((pool) => ('key' in pool && !byKey.has(pool.key) ? [pool] : []))
    if (missing.length > 0) await make(missing)
    return wanted.flatMap((pool) => ('poolId' in pool ? pool.poolId : (byKey.get(pool.key)?.id ?? []))).sort()
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

  async function make(missing: readonly { key: string; capacity: number }[]): Promise<void> {
    const made = await tx
      .insert(seatPools)
      .values(missing.map((pool) => ({ id: newId(), eventId, ...pool })))
      .onConflictDoNothing()
      .returning(columns)
    for (const pool of made) keep(pool)
    if (made.length < missing.length) await read()
  }

  async function read(): Promise<void> {
    for (const pool of await tx.select(columns).from(seatPools).where(eq(seatPools.eventId, eventId))) keep(pool)
  }

  function keep(pool: Pool): void {
    pools.set(pool.id, pool)
    byKey.set(pool.key, pool)
  }
}

const columns = { id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken }
