import 'server-only'
import { and, count, eq, inArray, isNull, min } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { invitationCodes } from '#db/schema/codes'
import { invitations } from '#db/schema/invitations'
import { poolRules, seatPools, seats } from '#db/schema/seats'
import { newId } from '#lib/ids'
import { poolIdsFor, rulesOf } from '#lib/seats/mutations/claim'
import { giveBack, takeAnyway } from '#lib/seats/mutations/count'
import { type Holder, ofHolder, releaseHeld, releaseSeats } from '#lib/seats/mutations/release'
import { takePlace } from '#lib/seats/mutations/take'
import { holderRules, type PoolRule } from '#lib/seats/policy'

/** The pools in which places are held for people of whom nothing is known but perhaps the type, in the fixed order. */
export function holderPools(
  tx: Tx,
  eventId: string,
  rules: readonly PoolRule[],
  typeId: string | null,
): Promise<string[]> {
  return poolIdsFor(tx, eventId, ...holderRules(rules, typeId))
}

/** Gives one of the places held for somebody to the attendee who came. Answers the pools in which there was one; what else applies is for the verb to claim. */
export async function handOver(
  tx: Tx,
  holder: Holder,
  attendeeId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (poolIds.length === 0) return []
  const held = await tx
    .select({ id: min(seats.id), poolId: seats.poolId })
    .from(seats)
    .where(and(ofHolder(holder), inArray(seats.poolId, [...poolIds])))
    .groupBy(seats.poolId)
  const ids = held.flatMap(({ id }) => id ?? [])
  if (ids.length > 0)
    await tx
      .update(seats)
      .set({ attendeeId, invitationId: null, codeId: null, takenAt: now })
      .where(inArray(seats.id, ids))
  return held.map(({ poolId }) => poolId)
}

/**
 * Gives back all the seats of an attendee. Those of somebody who came with a code are held for its organization again, be the limits past which they
 * were kept what they may.
 */
export async function leaveSeats(tx: Tx, attendeeId: string, now: Date): Promise<void> {
  const [code] = await tx
    .select({ id: invitationCodes.id, eventId: invitationCodes.eventId, typeId: invitationCodes.typeId })
    .from(seats)
    .innerJoin(poolRules, and(eq(poolRules.poolId, seats.poolId), eq(poolRules.subject, 'code')))
    .innerJoin(invitationCodes, and(eq(invitationCodes.id, poolRules.subjectId), isNull(invitationCodes.outcome)))
    .where(eq(seats.attendeeId, attendeeId))
  if (code) {
    const poolIds = await holderPools(tx, code.eventId, await rulesOf(tx, code.eventId), code.typeId)
    await tx
      .update(seats)
      .set({ attendeeId: null, codeId: code.id, takenAt: now })
      .where(and(eq(seats.attendeeId, attendeeId), inArray(seats.poolId, poolIds)))
  }
  await releaseSeats(tx, attendeeId)
}

/** Sees to it that all who hold places hold them in the pools that apply now, past their limits if need be. */
export async function settleHolders(tx: Tx, eventId: string, now: Date): Promise<void> {
  const rules = await rulesOf(tx, eventId)
  const open = await tx
    .select({ id: invitations.id, typeId: invitations.typeId })
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), isNull(invitations.outcome), eq(invitations.holds, true)))
  for (const { id, typeId } of open) {
    const holder = { invitationId: id }
    await holdExactly(tx, holder, await holderPools(tx, eventId, rules, typeId), 1, pastLimits, now)
  }
  await holdForCodes(tx, eventId, rules, pastLimits, now)
}

/**
 * Sees to it that each open code holds the places not yet used: one that came back is its organization's again before anybody else is given it. Where
 * it is gone, because who had it was corrected into another capacity, the next to become free is. Every verb that frees seats comes by here, through
 * `promoteWaiting`. Answers whether any code is open.
 */
export async function settleCodes(tx: Tx, eventId: string, now: Date): Promise<boolean> {
  return holdForCodes(tx, eventId, await rulesOf(tx, eventId), takePlace, now)
}

async function holdForCodes(tx: Tx, eventId: string, rules: readonly PoolRule[], take: Take, now: Date) {
  const open = await tx
    .select({
      id: invitationCodes.id,
      typeId: invitationCodes.typeId,
      places: seatPools.capacity,
      used: seatPools.taken,
    })
    .from(invitationCodes)
    .innerJoin(
      poolRules,
      and(
        eq(poolRules.eventId, invitationCodes.eventId),
        eq(poolRules.subject, 'code'),
        eq(poolRules.subjectId, invitationCodes.id),
      ),
    )
    .innerJoin(seatPools, eq(seatPools.id, poolRules.poolId))
    .where(and(eq(invitationCodes.eventId, eventId), isNull(invitationCodes.outcome)))
  for (const { id, typeId, places, used } of open) {
    const poolIds = await holderPools(tx, eventId, rules, typeId)
    await holdExactly(tx, { codeId: id }, poolIds, Math.max(0, (places ?? 0) - used), take, now)
  }
  return open.length > 0
}

/** Counts a place in a pool; false where there is none, and none is taken. */
type Take = (tx: Tx, poolId: string) => Promise<boolean>
const pastLimits: Take = async (tx, poolId) => takeAnyway(tx, poolId).then(() => true)

async function holdExactly(tx: Tx, holder: Holder, poolIds: readonly string[], places: number, take: Take, now: Date) {
  const held = await tx
    .select({ poolId: seats.poolId, n: count() })
    .from(seats)
    .where(ofHolder(holder))
    .groupBy(seats.poolId)
  const gone = held.filter(({ poolId }) => !poolIds.includes(poolId)).map(({ poolId }) => poolId)
  await releaseHeld(tx, holder, gone)
  for (const poolId of poolIds) {
    const n = held.find((pool) => pool.poolId === poolId)?.n ?? 0
    for (let i = n; i < places; i++) {
      if (!(await take(tx, poolId))) break
      await tx.insert(seats).values({ id: newId(), poolId, takenFromId: poolId, ...holder, takenAt: now })
    }
    if (n > places) await giveUp(tx, holder, poolId, n - places)
  }
}

async function giveUp(tx: Tx, holder: Holder, poolId: string, n: number): Promise<void> {
  const some = await tx
    .select({ id: seats.id })
    .from(seats)
    .where(and(ofHolder(holder), eq(seats.poolId, poolId)))
    .limit(n)
  for (const { id } of some) {
    await tx.delete(seats).where(eq(seats.id, id))
    await giveBack(tx, poolId)
  }
}
