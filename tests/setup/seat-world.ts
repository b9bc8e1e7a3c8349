import { and, asc, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { db, type Tx, transaction } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { offers, seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { poolsOf } from '#lib/attendees/mutations/pools'
import type { Actor } from '#lib/auth/actor'
import { rulesOf } from '#lib/seats/mutations/claim'
import { holds } from '#lib/seats/queries'
import { makeEvent, makeInstitution, makeUser, NOW, type TestEvent } from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

/** An event with limits of every kind, as the property test moves it about. */
export type World = {
  event: TestEvent
  organizer: Actor
  institutions: string[]
  workshop: { id: string; options: string[] }
  people: string[]
  limits: string[]
  /** Invitations and codes, by their ids. */
  guests: string[]
  codes: string[]
  /** How far above its capacity each pool was allowed to go, by an override or a changed limit, and how many had a place in it. */
  over: Map<string, number>
  taken: Map<string, number>
  now: Date
  /** What befell whoever was asked about; for a counterexample to be read. */
  log: string[]
}

export async function makeSeatWorld(mode: WaitingMode, approval: 'none' | 'free' | 'holds'): Promise<World> {
  const event = await makeEvent({ capacity: 4, endsOn: '2029-04-24' })
  await transaction(async (tx) => {
    const pending = { approval: approval !== 'none', pendingHolds: approval === 'holds' }
    await tx
      .update(events)
      .set({ waitingMode: mode, offerHours: 48, closesAt: null, ...pending })
      .where(eq(events.id, event.id))
  })
  const form = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['A', 'B'] }] }])
  const [workshop] = form.questions
  if (!workshop) throw new Error('no form')
  return {
    event,
    organizer: await makeUser([{ slug: event.slug, role: 'organizer' }]),
    institutions: [await makeInstitution(), await makeInstitution(), await makeInstitution()],
    workshop,
    people: [],
    limits: [],
    guests: [],
    codes: [],
    over: new Map(),
    taken: new Map(),
    now: NOW,
    log: [],
  }
}

type Pool = { id: string; key: string; capacity: number | null; taken: number }

/**
 * How far what was done may leave a pool above its capacity: no further than it was; only as far as a lowered capacity leaves those behind who were
 * seated already; one place further, by an override; as far as people keep the places they have when limits or institutions change.
 */
export type Excuse = 'none' | 'settled' | 'one' | 'all'

function allowedOver(world: World, pool: Pool, excuse: Excuse): number {
  const before = world.over.get(pool.id) ?? 0
  if (excuse === 'none') return before
  if (excuse === 'one') return before + 1
  const taken = world.taken.get(pool.id)
  return excuse === 'all' || taken === undefined ? Number.POSITIVE_INFINITY : Math.max(0, taken - (pool.capacity ?? 0))
}

/** What must hold at every moment, whatever was done. */
export async function checkWorld(world: World, excuse: Excuse): Promise<void> {
  const { event } = world
  const pools: Pool[] = await db()
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(eq(seatPools.eventId, event.id))
  const people = await db().select().from(attendees).where(eq(attendees.eventId, event.id))
  const held = await db()
    .select({ attendeeId: seats.attendeeId, poolId: seats.poolId })
    .from(seats)
    .innerJoin(seatPools, eq(seatPools.id, seats.poolId))
    .where(eq(seatPools.eventId, event.id))
  const queue = await db()
    .select({ id: waitingPlaces.attendeeId, heldById: waitingPlaces.heldById })
    .from(waitingPlaces)
    .where(eq(waitingPlaces.eventId, event.id))
    .orderBy(asc(waitingPlaces.position))
  const open = await db()
    .select({ id: offers.attendeeId })
    .from(offers)
    .innerJoin(attendees, eq(attendees.id, offers.attendeeId))
    .where(and(eq(attendees.eventId, event.id), isNull(offers.outcome)))
  const [setting] = await db().select({ mode: events.waitingMode }).from(events).where(eq(events.id, event.id))

  for (const pool of pools) {
    // Taken is the number of seats, and above the capacity only as far as somebody decided.
    expect([pool.key, pool.taken]).toEqual([pool.key, held.filter((seat) => seat.poolId === pool.id).length])
    const over = pool.capacity === null ? 0 : Math.max(0, pool.taken - pool.capacity)
    const allowed = allowedOver(world, pool, excuse)
    expect([pool.key, over <= allowed, over, allowed]).toEqual([pool.key, true, over, allowed])
    world.over.set(pool.id, over)
    world.taken.set(pool.id, pool.taken)
  }
  expect(queue.map(({ id }) => id).toSorted()).toEqual(idsWith(people, 'waiting'))
  expect(open.map(({ id }) => id).toSorted()).toEqual(idsWith(people, 'offered'))
  expect(people.map(({ id }) => id).toSorted()).toEqual([...world.people].toSorted())

  const wanted = await wantedPools(event.id, people)
  for (const person of people) {
    const own = held
      .filter((seat) => seat.attendeeId === person.id)
      .map((seat) => seat.poolId)
      .toSorted()
    const all = wanted.get(person.id) ?? []
    if (person.status === 'confirmed' || person.status === 'offered')
      expect([person.status, own]).toEqual([person.status, all])
    else if (person.status === 'pending') expect([[], all]).toContainEqual(own)
    else expect([person.status, own]).toEqual([person.status, []])
  }
  const rules = await transaction((tx: Tx) => rulesOf(tx, event.id))
  // What is held is what must be: for open invitations one place, for open codes those not yet used, for others none. A code holds fewer only in a full pool.
  const kept = await holds(event.id, rules)
  for (const { id, name, pool, held: own, must, full } of kept)
    expect([name, id, pool, own]).toEqual([name, id, pool, name === 'code' && full ? Math.min(own, must) : must])
  const heldFor = (codeId: string | null) =>
    kept.filter(({ id, held: own }) => id === codeId && own > 0).map(({ pool }) => pool)
  // Nobody who could have a place waits for it, be it one that is held.
  if (setting?.mode !== 'manual')
    for (const { id, heldById } of queue) {
      const own = heldFor(people.find((person) => person.id === id)?.codeId ?? null)
      const full = (wanted.get(id) ?? []).filter((poolId) => {
        const pool = pools.find((one) => one.id === poolId)
        return isFull(pool) && !own.includes(pool?.key ?? '')
      })
      expect([id, heldById !== null || full.length > 0]).toEqual([id, true])
    }
}

const isFull = (pool: Pool | undefined) => pool !== undefined && pool.capacity !== null && pool.taken >= pool.capacity
const idsWith = (people: { id: string; status: string }[], status: string) =>
  people
    .filter((person) => person.status === status)
    .map(({ id }) => id)
    .toSorted()

/** The pools of each, made where they are needed. */
async function wantedPools(eventId: string, people: Parameters<typeof poolsOf>[1][]): Promise<Map<string, string[]>> {
  return transaction(async (tx: Tx) => {
    const rules = await rulesOf(tx, eventId)
    const all = new Map<string, string[]>()
    for (const person of people) all.set(person.id, await poolsOf(tx, person, rules))
    return all
  })
}

export const queueOf = async (eventId: string): Promise<string[]> =>
  (
    await db()
      .select({ id: waitingPlaces.attendeeId })
      .from(waitingPlaces)
      .where(eq(waitingPlaces.eventId, eventId))
      .orderBy(asc(waitingPlaces.position))
  ).map(({ id }) => id)

/**
 * Nobody was overtaken: whoever moved up did not take a place that somebody before, who still waits and is not held back, could have had instead.
 * @param before the queue before one act that gave places in the order of the queue
 */
export async function checkOrder(world: World, before: readonly string[]): Promise<void> {
  const queue = await db()
    .select({ id: waitingPlaces.attendeeId, heldById: waitingPlaces.heldById })
    .from(waitingPlaces)
    .where(eq(waitingPlaces.eventId, world.event.id))
  const people = await db().select().from(attendees).where(eq(attendees.eventId, world.event.id))
  const pools: Pool[] = await db()
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(eq(seatPools.eventId, world.event.id))
  const wanted = await wantedPools(world.event.id, people)
  const movedUp = people.filter(
    ({ id, status }) => before.includes(id) && (status === 'confirmed' || status === 'offered'),
  )
  const eligible = queue.filter(({ id, heldById }) => before.includes(id) && heldById === null)
  for (const { id: mover } of movedUp)
    for (const { id } of eligible.filter((one) => before.indexOf(one.id) < before.indexOf(mover))) {
      const own = wanted.get(mover) ?? []
      const blocked = (wanted.get(id) ?? []).some(
        (poolId) => !own.includes(poolId) && isFull(pools.find((pool) => pool.id === poolId)),
      )
      expect([mover, 'after', id, blocked]).toEqual([mover, 'after', id, true])
    }
}
