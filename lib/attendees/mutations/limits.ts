import 'server-only'
import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { PoolSubject } from '#db/enums'
import { countries } from '#db/schema/countries'
import { attendeeTypes, events } from '#db/schema/events'
import { questionOptions, questions } from '#db/schema/forms'
import { institutions } from '#db/schema/institutions'
import { poolRules, seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { settleAttendees } from '#lib/attendees/mutations/settle'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { settleHolders } from '#lib/seats/mutations/hold'

export type LimitedSubject = Exclude<PoolSubject, 'event' | 'code'>
/** To whom a limit applies: the named subjects together, or with none named each by itself ("at most 3 an institution"). */
export type NewLimit = { subject: LimitedSubject; subjectIds: readonly string[]; capacity: number }
type Refusal = { reason: 'not-found' | 'unknown-subject' | 'exists' }
type Settled = { limitId: string; promoted: string[] }

/**
 * Sets a new limit. Whoever is seated stays so, past the limit if need be, which then shows "4 of 3"; whoever waits gets what there is room for. A limit
 * for a named institution or country stands instead of the one for each. For organizers.
 */
export async function addLimit(
  actor: Actor,
  eventId: string,
  limit: NewLimit,
  now = new Date(),
): Promise<Result<Settled, Refusal>> {
  return transaction(async (tx) => {
    if (!(await mayDecide(tx, actor, eventId))) return refuse('not-found')
    const ids = [...new Set(limit.subjectIds)]
    if (!(await allKnown(tx, eventId, limit.subject, ids))) return refuse('unknown-subject')
    if (ids.length === 0 && limit.subject === 'option') return refuse('unknown-subject')
    if (await exists(tx, eventId, limit.subject, ids)) return refuse('exists')
    const limitId = newId()
    if (ids.length === 0)
      await tx.insert(poolRules).values({ id: limitId, eventId, subject: limit.subject, eachCapacity: limit.capacity })
    else {
      await tx.insert(seatPools).values({ id: limitId, eventId, key: `limit:${limitId}`, capacity: limit.capacity })
      await tx
        .insert(poolRules)
        .values(ids.map((subjectId) => ({ id: newId(), eventId, poolId: limitId, subject: limit.subject, subjectId })))
    }
    await settle(tx, eventId, now)
    const after = { subject: limit.subject, subjectIds: ids, capacity: limit.capacity }
    await record(tx, actor, { verb: 'limit.set', eventId, subjectId: limitId, after }, now)
    return done({ limitId, promoted: await promoteWaiting(tx, eventId, now) })
  })
}

/** Changes how many a limit lets in. Nobody loses a place; more room goes to those who wait. For organizers. */
export async function changeLimit(
  actor: Actor,
  eventId: string,
  limitId: string,
  capacity: number,
  now = new Date(),
): Promise<Result<Settled, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    if (!(await mayDecide(tx, actor, eventId))) return refuse('not-found')
    const limit = await limitOf(tx, eventId, limitId)
    if (!limit) return refuse('not-found')
    if (limit.each) await tx.update(poolRules).set({ eachCapacity: capacity }).where(eq(poolRules.id, limitId))
    await tx.update(seatPools).set({ capacity }).where(poolsOfLimit(eventId, limitId))
    const change = { before: { capacity: limit.capacity }, after: { capacity } }
    await record(tx, actor, { verb: 'limit.set', eventId, subjectId: limitId, ...change }, now)
    return done({ limitId, promoted: await promoteWaiting(tx, eventId, now) })
  })
}

/** Takes a limit away; its seats with it. Whoever only it kept waiting moves up. For organizers. */
export async function removeLimit(
  actor: Actor,
  eventId: string,
  limitId: string,
  now = new Date(),
): Promise<Result<Settled, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    if (!(await mayDecide(tx, actor, eventId))) return refuse('not-found')
    const limit = await limitOf(tx, eventId, limitId)
    if (!limit) return refuse('not-found')
    const pools = await tx.select({ id: seatPools.id }).from(seatPools).where(poolsOfLimit(eventId, limitId))
    await tx
      .delete(poolRules)
      .where(and(eq(poolRules.eventId, eventId), or(eq(poolRules.id, limitId), eq(poolRules.poolId, limitId))))
    await settle(tx, eventId, now)
    await forget(
      tx,
      pools.map(({ id }) => id),
    )
    await record(tx, actor, { verb: 'limit.remove', eventId, subjectId: limitId, before: { ...limit } }, now)
    return done({ limitId, promoted: await promoteWaiting(tx, eventId, now) })
  })
}

/** Seats everybody who holds a seat, and those for whom one is held, in the pools that apply now, past their limits if need be. */
async function settle(tx: Tx, eventId: string, now: Date): Promise<void> {
  await settleAttendees(tx, eventId, now)
  await settleHolders(tx, eventId, now)
}

/** Removes pools that no seat is left in. A seat that was once taken from one counts as taken where it is. */
async function forget(tx: Tx, poolIds: readonly string[]): Promise<void> {
  if (poolIds.length === 0) return
  const ids = [...poolIds]
  await tx
    .update(seats)
    .set({ takenFromId: sql`${seats.poolId}` })
    .where(inArray(seats.takenFromId, ids))
  await tx.update(waitingPlaces).set({ blockedById: null }).where(inArray(waitingPlaces.blockedById, ids))
  await tx.delete(seatPools).where(inArray(seatPools.id, ids))
}

/** The pool of a named limit, or those that came to be under one for each. */
const poolsOfLimit = (eventId: string, limitId: string) =>
  and(eq(seatPools.eventId, eventId), or(eq(seatPools.id, limitId), like(seatPools.key, `${limitId}:%`)))

async function limitOf(tx: Tx, eventId: string, limitId: string) {
  const [rule] = await tx
    .select({ subject: poolRules.subject, eachCapacity: poolRules.eachCapacity, capacity: seatPools.capacity })
    .from(poolRules)
    .leftJoin(seatPools, eq(seatPools.id, poolRules.poolId))
    .where(and(eq(poolRules.eventId, eventId), or(eq(poolRules.id, limitId), eq(poolRules.poolId, limitId))))
    .limit(1)
  // The places of the event and those of a code are changed by verbs of their own.
  if (!rule || rule.subject === 'event' || rule.subject === 'code') return undefined
  const each = rule.eachCapacity !== null
  return { subject: rule.subject, each, capacity: each ? rule.eachCapacity : rule.capacity }
}

async function mayDecide(tx: Tx, actor: Actor, eventId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  return rows.length > 0
}

/** Whether there is a limit for exactly these together, or one for each. */
async function exists(tx: Tx, eventId: string, subject: LimitedSubject, ids: readonly string[]): Promise<boolean> {
  const rules = await tx
    .select({ poolId: poolRules.poolId, subjectId: poolRules.subjectId })
    .from(poolRules)
    .where(and(eq(poolRules.eventId, eventId), eq(poolRules.subject, subject)))
  const named = [...Map.groupBy(rules, ({ poolId }) => poolId).values()].map((limit) =>
    limit.flatMap(({ subjectId }) => subjectId ?? []),
  )
  return named.some((others) => others.length === ids.length && others.every((id) => ids.includes(id)))
}

/** Limits are for what is there: types and options of this event, institutions and countries of the registry. */
async function allKnown(tx: Tx, eventId: string, subject: LimitedSubject, ids: string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const found = await knownOf(tx, eventId, subject, ids)
  return found.length === ids.length
}

function knownOf(tx: Tx, eventId: string, subject: LimitedSubject, ids: string[]): Promise<unknown[]> {
  switch (subject) {
    case 'type':
      return tx
        .select({ id: attendeeTypes.id })
        .from(attendeeTypes)
        .where(and(eq(attendeeTypes.eventId, eventId), inArray(attendeeTypes.id, ids)))
    case 'institution':
      return tx.select({ id: institutions.id }).from(institutions).where(inArray(institutions.id, ids))
    case 'country':
      return tx.select({ code: countries.code }).from(countries).where(inArray(countries.code, ids))
    case 'option':
      return tx
        .select({ id: questionOptions.id })
        .from(questionOptions)
        .innerJoin(questions, eq(questions.id, questionOptions.questionId))
        .where(and(eq(questions.eventId, eventId), inArray(questionOptions.id, ids)))
  }
}
