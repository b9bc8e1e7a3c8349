import 'server-only'
import { and, eq, notExists } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { poolRules, seatPools, seats } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { difference, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { freePlaces, isTypeOf } from '#lib/invitations/mutations/places'
import { inviting } from '#lib/invitations/mutations/scope'
import { codeOf, hashCode } from '#lib/invitations/policy/code'
import { holdSeats, rulesOf } from '#lib/seats/mutations/claim'
import { holderPools } from '#lib/seats/mutations/hold'
import { releaseHeld } from '#lib/seats/mutations/release'

export type CodeTerms = { label: string; places: number; expiresAt: Date }
/** `not-possible`: the code has ended, or the event is not published or over, or the code would have ended already. */
type NotPossible = { reason: 'not-found' | 'not-possible' }
type TooFew = { reason: 'full'; free: number }

/** Gives an organization a code with a number of places, which are held for it. Refused where there are too few. For organizers, as all here. */
export async function makeCode(
  actor: Actor,
  eventId: string,
  { typeId, ...terms }: CodeTerms & { typeId: string | null },
  now = new Date(),
): Promise<Result<{ codeId: string }, NotPossible | TooFew>> {
  return transaction(async (tx) => {
    const event = await inviting(tx, actor, eventId, terms.expiresAt, now)
    if (!event || !(await isTypeOf(tx, eventId, typeId))) return refuse('not-found')
    if (!event.possible) return refuse('not-possible')
    const { label, places, expiresAt } = terms
    const codeId = newId()
    const spelling = await freeSpelling(tx, codeId, 1)
    await tx
      .insert(invitationCodes)
      .values({ id: codeId, eventId, ...spelling, label, typeId, expiresAt, createdAt: now })
    await tx.insert(seatPools).values({ id: codeId, eventId, key: `code:${codeId}`, capacity: places })
    await tx.insert(poolRules).values({ id: newId(), eventId, poolId: codeId, subject: 'code', subjectId: codeId })
    const held = await holdPlaces(tx, { id: codeId, eventId, typeId }, places, now)
    if (!held.ok) return held
    const after = { ...told(terms), typeId }
    await record(tx, actor, { verb: 'code.make', eventId, subjectId: codeId, after }, now)
    return done({ codeId })
  })
}

/** Changes an open code. Fewer places than are used is refused; more are held at once, or refused where there are too few. */
export async function changeCode(
  actor: Actor,
  codeId: string,
  terms: CodeTerms,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, NotPossible | TooFew | { reason: 'below-used'; used: number }>> {
  return transaction(async (tx) => {
    const code = await codeFor(tx, actor, codeId)
    if (!code) return refuse('not-found')
    if (code.outcome || terms.expiresAt <= now) return refuse('not-possible')
    const { label, places, expiresAt } = terms
    // A code that was gone past by an organizer's word may stay so.
    if (places < code.used && places !== code.places) return refuse('below-used', { used: code.used })
    const change = difference(told(code), told(terms))
    if (Object.keys(change.after).length === 0) return done({ promoted: [] })
    await tx.update(invitationCodes).set({ label, expiresAt }).where(eq(invitationCodes.id, codeId))
    await tx.update(seatPools).set({ capacity: places }).where(eq(seatPools.id, codeId))
    const more = Math.max(0, places - code.used) - Math.max(0, code.places - code.used)
    const held = await holdPlaces(tx, code, more, now)
    if (!held.ok) return held
    await record(tx, actor, { verb: 'code.change', eventId: code.eventId, subjectId: codeId, ...change }, now)
    return done({ promoted: await promoteWaiting(tx, code.eventId, now) })
  })
}

/** Withdraws an open code: nobody more comes with it, and the places not yet used go to those who wait. */
export async function endCode(
  actor: Actor,
  codeId: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, NotPossible>> {
  return transaction(async (tx) => {
    const code = await codeFor(tx, actor, codeId)
    if (!code) return refuse('not-found')
    if (code.outcome) return refuse('not-possible')
    await endCodeNow(tx, codeId, 'withdrawn', now)
    await record(tx, actor, { verb: 'code.withdraw', eventId: code.eventId, subjectId: codeId }, now)
    return done({ promoted: await promoteWaiting(tx, code.eventId, now) })
  })
}

/** Gives an open code another spelling; the old one is good no more. Whoever came with it stays. */
export async function renewCode(
  actor: Actor,
  codeId: string,
  now = new Date(),
): Promise<Result<undefined, NotPossible>> {
  return transaction(async (tx) => {
    const code = await codeFor(tx, actor, codeId)
    if (!code) return refuse('not-found')
    if (code.outcome) return refuse('not-possible')
    const spelling = await freeSpelling(tx, codeId, code.version + 1)
    await tx.update(invitationCodes).set(spelling).where(eq(invitationCodes.id, codeId))
    const change = { before: { version: code.version }, after: { version: spelling.version } }
    await record(tx, actor, { verb: 'code.renew', eventId: code.eventId, subjectId: codeId, ...change }, now)
    return done()
  })
}

/**
 * Ends a code within the verb that decides so; what it held goes back, for that verb to give on. Those who came with it and hold no place of it
 * wait like everybody: its places block them no more.
 */
export async function endCodeNow(tx: Tx, codeId: string, outcome: 'expired' | 'withdrawn', now: Date): Promise<void> {
  await tx.update(invitationCodes).set({ outcome, endedAt: now }).where(eq(invitationCodes.id, codeId))
  await releaseHeld(tx, { codeId })
  const ownPlace = tx
    .select({ id: seats.id })
    .from(seats)
    .where(and(eq(seats.attendeeId, attendees.id), eq(seats.poolId, codeId)))
  await tx
    .update(attendees)
    .set({ codeId: null })
    .where(and(eq(attendees.codeId, codeId), notExists(ownPlace)))
}

type Code = { id: string; eventId: string; typeId: string | null }

async function holdPlaces(tx: Tx, code: Code, places: number, now: Date): Promise<Result<undefined, TooFew>> {
  const poolIds = await holderPools(tx, code.eventId, await rulesOf(tx, code.eventId), code.typeId)
  const free = await freePlaces(tx, poolIds)
  for (let i = 0; i < places; i++) {
    const held = await holdSeats(tx, { codeId: code.id }, poolIds, now)
    if (!held.ok) return refuse('full', { free })
  }
  return done()
}

/** The first version from this one on whose spelling no other code has. */
async function freeSpelling(tx: Tx, id: string, from: number): Promise<{ version: number; codeHash: string }> {
  for (let version = from; ; version++) {
    const codeHash = hashCode(codeOf({ id, version }))
    const taken = await tx
      .select({ id: invitationCodes.id })
      .from(invitationCodes)
      .where(eq(invitationCodes.codeHash, codeHash))
    if (taken.length === 0) return { version, codeHash }
  }
}

async function codeFor(tx: Tx, actor: Actor, codeId: string) {
  const [row] = await tx
    .select({
      id: invitationCodes.id,
      eventId: invitationCodes.eventId,
      typeId: invitationCodes.typeId,
      label: invitationCodes.label,
      version: invitationCodes.version,
      expiresAt: invitationCodes.expiresAt,
      outcome: invitationCodes.outcome,
      places: seatPools.capacity,
      used: seatPools.taken,
    })
    .from(invitationCodes)
    .innerJoin(seatPools, eq(seatPools.id, invitationCodes.id))
    .where(and(eq(invitationCodes.id, codeId), within(actor, 'decide', invitationCodes.eventId)))
  return row && { ...row, places: row.places ?? 0 }
}

/** What the audit says of a code: never its spelling. */
const told = ({ label, places, expiresAt }: CodeTerms) => ({ label, places, expiresAt: expiresAt.toISOString() })
