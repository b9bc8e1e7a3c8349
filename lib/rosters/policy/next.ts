import { type PoolRule, poolsFor, type SeatFacts } from '#lib/seats/policy'

type Pool = { id: string; key: string; capacity: number | null; taken: number }
/** `held`: the pools in which the organization whose code somebody has holds a place. */
type Waiting = SeatFacts & { id: string; held?: readonly string[] }

/**
 * Who takes the place when these seats come free: the first of those who wait for whom every pool has room then.
 * Foretells what `promoteWaiting` does, for the question asked before a cancellation.
 * @param waiting in their order, without those an organizer holds back
 * @param freed the pools from which a seat comes back
 */
export function nextInLine<Person extends Waiting>(
  rules: readonly PoolRule[],
  pools: readonly Pool[],
  freed: readonly string[],
  waiting: readonly Person[],
): Person | undefined {
  const hasRoom = (pool: Pool | undefined) =>
    !pool || pool.capacity === null || pool.taken - (freed.includes(pool.id) ? 1 : 0) < pool.capacity
  return waiting.find((person) =>
    poolsFor(rules, person).every((wanted) =>
      // A pool that is made when first needed may not be there yet: then it is empty.
      'poolId' in wanted
        ? person.held?.includes(wanted.poolId) || hasRoom(pools.find((pool) => pool.id === wanted.poolId))
        : wanted.capacity > 0 && hasRoom(pools.find((pool) => pool.key === wanted.key)),
    ),
  )
}
