import type { AttendeeStatus } from '#db/enums'
import { mayFollow } from '#lib/attendees/policy'
import type { Ledger, LimitState } from '#lib/rosters/policy/turns'
import type { SeatFacts } from '#lib/seats/policy'

export const MANY_ACTS = ['confirm', 'decline', 'cancel'] as const
export type ManyAct = (typeof MANY_ACTS)[number]

export type Chosen = SeatFacts & {
  id: string
  status: AttendeeStatus
  /** Holds seats already: whoever was offered a place, or is to be decided on where those hold one. */
  seated: boolean
  /** The place in the queue of those who wait. */
  position: number | null
  registeredAt: Date
}

/** `limits` in the way; none is the status, in which this cannot be done. */
export type Cannot<Person> = { person: Person; limits: LimitState[] }

/**
 * The order in which many are decided on. Whoever holds seats comes first when places are given, since it takes none; then the others as they registered or
 * stand in the queue. When places are given up, those who wait go first: nobody moves up who is to go.
 */
export function inDecisionOrder<Person extends Chosen>(act: ManyAct, people: readonly Person[]): Person[] {
  const order: AttendeeStatus[] =
    act === 'confirm'
      ? ['offered', 'pending', 'waiting', 'declined', 'cancelled', 'confirmed']
      : ['waiting', 'pending', 'offered', 'confirmed', 'declined', 'cancelled']
  const rank = (person: Person) => order.indexOf(person.status)
  return people.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.position ?? 0) - (b.position ?? 0) ||
      a.registeredAt.getTime() - b.registeredAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  )
}

/** Who will be reached by a decision about many, and who cannot be: what is said before it is done. */
export function foresee<Person extends Chosen>(
  act: ManyAct,
  people: readonly Person[],
  ledger: Ledger,
): { will: Person[]; cannot: Cannot<Person>[] } {
  const will: Person[] = []
  const cannot: Cannot<Person>[] = []
  for (const person of people) {
    if (!mayFollow(act, person.status)) {
      cannot.push({ person, limits: [] })
      continue
    }
    const limits = act === 'confirm' && !person.seated ? ledger.blocking(person) : []
    if (limits.length > 0) {
      cannot.push({ person, limits: limits.map((limit) => ({ ...limit })) })
      continue
    }
    if (act === 'confirm' && !person.seated) ledger.take(person)
    will.push(person)
  }
  return { will, cannot }
}
