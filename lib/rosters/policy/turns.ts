import type { PoolSubject } from '#db/enums'
import { type PoolRule, poolsFor, type SeatFacts, type WantedPool } from '#lib/seats/policy'

export type Pool = { id: string; key: string; capacity: number | null; taken: number }

/** A limit as it stands: whom it is for, how many it lets in, and how many it has let in. */
export type LimitState = {
  /** The pool's id, or its key while nobody has needed it. */
  id: string
  subject: PoolSubject
  /** Several where types share it. */
  subjectIds: string[]
  capacity: number
  taken: number
}

/** Tells which limits stand in somebody's way, and what is left once others have taken their places. Foretells the seat engine; writes nothing. */
export type Ledger = {
  /** Those that were asked about so far. */
  limits: () => LimitState[]
  limit: (poolId: string) => LimitState | undefined
  blocking: (facts: SeatFacts) => LimitState[]
  take: (facts: SeatFacts) => void
}

/** @param openCodes the codes that still hold places */
export function ledgerOf(rules: readonly PoolRule[], pools: readonly Pool[], openCodes: readonly string[]): Ledger {
  const states = new Map<string, LimitState>()
  const byKey = new Map(pools.map((pool) => [pool.key, pool]))
  const byId = new Map(pools.map((pool) => [pool.id, pool]))
  const known = new Map<string, LimitState[]>()

  /** Undefined where the number of places is not limited. */
  function stateOf(wanted: WantedPool): LimitState | undefined {
    const pool = 'poolId' in wanted ? byId.get(wanted.poolId) : byKey.get(wanted.key)
    const id = pool?.id ?? ('key' in wanted ? wanted.key : wanted.poolId)
    const capacity = pool ? pool.capacity : 'key' in wanted ? wanted.capacity : null
    if (capacity === null) return undefined
    const state = states.get(id) ?? { id, ...whomOf(rules, wanted), capacity, taken: pool?.taken ?? 0 }
    states.set(id, state)
    return state
  }
  function statesFor(facts: SeatFacts): LimitState[] {
    const key = JSON.stringify([
      facts.typeId,
      facts.institutionId,
      facts.countryCode,
      facts.optionIds ?? [],
      facts.codeId ?? '',
    ])
    const all = known.get(key) ?? poolsFor(rules, facts).flatMap((wanted) => stateOf(wanted) ?? [])
    known.set(key, all)
    // An open code with places left holds them in the event and the type: its people take those.
    const open = openCodes.includes(facts.codeId ?? '')
    const holds = open && all.some((state) => state.subject === 'code' && state.taken < state.capacity)
    return holds ? all.filter(({ subject }) => subject !== 'event' && subject !== 'type') : all
  }
  return {
    limits: () => [...states.values()],
    limit: (poolId) => {
      const pool = byId.get(poolId)
      // One that is made when first needed is told by its key.
      return (
        pool && stateOf(/^limit:|^event$|^type:|^code:/.test(pool.key) ? { poolId } : { key: pool.key, capacity: 0 })
      )
    },
    blocking: (facts) => statesFor(facts).filter(({ taken, capacity }) => taken >= capacity),
    take(facts) {
      for (const state of statesFor(facts)) state.taken++
    },
  }
}

function whomOf(rules: readonly PoolRule[], wanted: WantedPool): Pick<LimitState, 'subject' | 'subjectIds'> {
  if ('poolId' in wanted) {
    const own = rules.filter((rule) => rule.poolId === wanted.poolId)
    return { subject: own[0]?.subject ?? 'event', subjectIds: own.flatMap((rule) => rule.subjectId ?? []) }
  }
  // A pool that is made when first needed has the rule and the subject in its key.
  const [ruleId, subjectId = ''] = wanted.key.split(':')
  const subject = rules.find((rule) => rule.id === ruleId)?.subject ?? 'event'
  return { subject, subjectIds: [subjectId] }
}

/**
 * The next so many for whom there is a place, each counted before the one behind; and who was passed over before the last of them, with the limits
 * in their way.
 */
export function nextInTurn<Person extends SeatFacts>(
  ledger: Ledger,
  people: readonly Person[],
  most: number,
): { next: Person[]; passed: { person: Person; limits: LimitState[] }[] } {
  const next: Person[] = []
  const blocked: { person: Person; limits: LimitState[]; before: number }[] = []
  for (const person of people) {
    if (next.length === most) break
    const limits = ledger.blocking(person)
    if (limits.length > 0) blocked.push({ person, limits: limits.map((limit) => ({ ...limit })), before: next.length })
    else {
      ledger.take(person)
      next.push(person)
    }
  }
  // Those behind the last one are not passed over: it is simply not their turn. Where there is room for no more, all who are left are.
  const passed = next.length < most ? blocked : blocked.filter(({ before }) => before < most)
  return { next, passed }
}
