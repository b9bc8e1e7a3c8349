import 'server-only'
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { offers, seats, waitingPlaces } from '#db/schema/seats'
import { optionsOf } from '#lib/attendees/mutations/line'
import { hasEnded } from '#lib/events/policy'
import { rulesOf } from '#lib/seats/mutations/claim'
import { type PoolRule, poolsFor, type SeatFacts } from '#lib/seats/policy'
import { type Hold, holds } from '#lib/seats/queries'

/** Of `taken`, where the count and the seats disagree, the higher: who waits for a place that is not there does so rightly. */
export type Pool = { id: string; key: string; capacity: number | null; taken: number }
type Event = { id: string; endsOn: string; timeZone: string; waitingMode: WaitingMode; promotionOwed: boolean }

export type FaultKind =
  | 'place-missing'
  | 'place-left'
  | 'seat-missing'
  | 'seat-left'
  | 'offer-missing'
  | 'offer-left'
  | 'waits'
  | 'hold-missing'
  | 'hold-left'
export type Fault = [kind: FaultKind, id: string, text: string]

/**
 * What is not as it must be with the people of an event. Whoever waits has a place in the queue, whoever was offered a seat an open offer; seats hold
 * those who should, in exactly the pools that apply; nobody waits who could have a place; and what is held for others is what must be. Reads alone.
 */
export async function faultsOf(event: Event, pools: readonly Pool[], now: Date): Promise<Fault[]> {
  const rules = await rulesOf(db() as Tx, event.id)
  const kept = await holds(event.id, rules)
  // Where organizers give places by hand, after the end, and while places are owed, to wait with room is as it must be.
  const promotes = event.waitingMode !== 'manual' && !event.promotionOwed && !hasEnded(event, now)
  const wantedBy = wantedIn(rules, pools)
  const faults: Fault[] = []
  for await (const { held, ...person } of people(event.id, rules)) {
    const wanted = wantedBy(person)
    faults.push(...ofQueue(person), ...ofSeats(person, held, wanted, pools))
    if (promotes && person.place !== null && person.heldById === null) faults.push(...ofWait(person, wanted, kept))
  }
  return [...faults, ...ofHolds(kept)]
}

type Person = SeatFacts & {
  id: string
  status: string
  codeId: string | null
  place: string | null
  heldById: string | null
  offer: string | null
}

/** How many are looked at with each statement. */
const PAGE = 500

async function* people(eventId: string, rules: readonly PoolRule[]): AsyncGenerator<Person & { held: string[] }> {
  const limited = rules.flatMap((rule) => (rule.subject === 'option' && rule.subjectId ? [rule.subjectId] : []))
  for (let after = ''; ; ) {
    const page = await db()
      .select({
        id: attendees.id,
        status: attendees.status,
        typeId: attendees.typeId,
        institutionId: attendees.institutionId,
        countryCode: attendees.countryCode,
        codeId: attendees.codeId,
        place: waitingPlaces.attendeeId,
        heldById: waitingPlaces.heldById,
        offer: offers.id,
      })
      .from(attendees)
      .leftJoin(waitingPlaces, eq(waitingPlaces.attendeeId, attendees.id))
      .leftJoin(offers, and(eq(offers.attendeeId, attendees.id), isNull(offers.outcome)))
      .where(and(eq(attendees.eventId, eventId), gt(attendees.id, after)))
      .orderBy(asc(attendees.id))
      .limit(PAGE)
    const ids = page.map(({ id }) => id)
    if (ids.length === 0) return
    const held = Map.groupBy(
      await db()
        .select({ attendeeId: seats.attendeeId, poolId: seats.poolId })
        .from(seats)
        .where(inArray(seats.attendeeId, ids)),
      (seat) => seat.attendeeId,
    )
    const chosen = limited.length > 0 ? await optionsOf(db() as Tx, ids, limited) : new Map<string, string[]>()
    for (const person of page) {
      const own = held.get(person.id) ?? []
      yield { ...person, optionIds: chosen.get(person.id) ?? [], held: own.map(({ poolId }) => poolId) }
    }
    after = ids.at(-1) ?? ''
    if (page.length < PAGE) return
  }
}

/** The pools that apply to somebody; one that nobody needed so far as it would be made. */
function wantedIn(rules: readonly PoolRule[], pools: readonly Pool[]): (facts: SeatFacts) => Pool[] {
  const byId = new Map(pools.map((pool) => [pool.id, pool]))
  const byKey = new Map(pools.map((pool) => [pool.key, pool]))
  return (facts) =>
    poolsFor(rules, facts).flatMap((wanted) =>
      'poolId' in wanted
        ? (byId.get(wanted.poolId) ?? [])
        : (byKey.get(wanted.key) ?? { id: wanted.key, taken: 0, ...wanted }),
    )
}

function ofQueue({ id, status, place, offer }: Person): Fault[] {
  const faults: Fault[] = []
  if (status === 'waiting' && place === null) faults.push(['place-missing', id, 'waiting, but not in the queue'])
  if (status !== 'waiting' && place !== null) faults.push(['place-left', id, `${status}, but in the queue`])
  if (status === 'offered' && offer === null) faults.push(['offer-missing', id, 'offered, but no offer is open'])
  if (status !== 'offered' && offer !== null) faults.push(['offer-left', id, `${status}, but an offer is open`])
  return faults
}

/** Not how many seats alone: each in a pool that applies, and one in each that does. */
function ofSeats({ id, status }: Person, held: string[], wanted: readonly Pool[], pools: readonly Pool[]): Fault[] {
  const seated = status === 'confirmed' || status === 'offered'
  // Whoever waits for a decision holds either all or none.
  const may = seated || status === 'pending'
  const must = seated || (may && held.length > 0)
  const missing = must ? wanted.filter((pool) => !held.includes(pool.id)) : []
  const left = held.filter((poolId) => !may || !wanted.some((pool) => pool.id === poolId))
  const faults: Fault[] = []
  if (missing.length > 0)
    faults.push(['seat-missing', id, `${status}, but holds no seat in ${missing.map(({ key }) => key).join(', ')}`])
  if (left.length > 0) {
    const names = left.map((poolId) => pools.find((pool) => pool.id === poolId)?.key ?? `${poolId} of another event`)
    faults.push(['seat-left', id, `${status}, but holds a seat in ${names.join(', ')}`])
  }
  return faults
}

/** Whoever waits is kept by a pool that is full, and of which nothing is held for the code somebody came with. */
function ofWait({ id, status, codeId }: Person, wanted: readonly Pool[], kept: readonly Hold[]): Fault[] {
  if (status !== 'waiting') return []
  const isOpen = ({ key, capacity, taken }: Pool) =>
    capacity === null ||
    taken < capacity ||
    (codeId !== null && kept.some((hold) => hold.id === codeId && hold.pool === key && hold.held > 0))
  if (!wanted.every(isOpen)) return []
  return [['waits', id, `waits, though there is room in ${wanted.map(({ key }) => key).join(', ')}`]]
}

/** What is held for those who have not come yet: each open invitation and code exactly what it must, a code less while the pool is full; those that ended nothing. */
function ofHolds(kept: readonly Hold[]): Fault[] {
  return kept.flatMap(({ id, name, pool, held, must, full }): Fault[] =>
    held === must || (name === 'code' && full && held < must)
      ? []
      : [[held < must ? 'hold-missing' : 'hold-left', id, `${name} holds ${held} of ${must} places in ${pool}`]],
  )
}
