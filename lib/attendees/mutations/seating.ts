import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { savepoint, type Tx } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { seats } from '#db/schema/seats'
import { optionsOf, poolsOf } from '#lib/attendees/mutations/pools'
import { joinWaitingList, someoneWaits } from '#lib/attendees/mutations/queue'
import { done, type Result, refuse } from '#lib/errors'
import { claimSeats, type Full, rulesOf } from '#lib/seats/mutations/claim'
import { handOver } from '#lib/seats/mutations/hold'
import { fullOptions } from '#lib/seats/mutations/options'
import { claimPastLimits } from '#lib/seats/mutations/override'
import type { Holder } from '#lib/seats/mutations/release'

export type Outcome = 'confirmed' | 'waiting' | 'pending'
type Placing = {
  id: string
  approval: boolean
  pendingHolds: boolean
  waitingMode: WaitingMode
  promotionOwed: boolean
}
type Placed = { id: string; typeId: string; institutionId: string; countryCode: string }

/**
 * A seat in every pool that applies, or a place at the end of the waiting list; where the event decides on each, a wait for that, with or without a seat.
 * Whoever is invited is decided on. Refused where an option that was chosen has no place left: there are others to choose.
 */
export async function seatOrQueue(
  tx: Tx,
  event: Placing,
  person: Placed,
  { invited, held }: { invited: boolean; held: Holder | null },
  now: Date,
): Promise<Result<Outcome, { reason: 'option-full'; optionIds: string[] }>> {
  const undecided = event.approval && !invited
  const rules = await rulesOf(tx, event.id)
  const limitsOptions = rules.some(({ subject }) => subject === 'option')
  const optionIds = limitsOptions ? await fullOptions(tx, rules, await optionsOf(tx, person.id)) : []
  if (optionIds.length > 0) return refuse('option-full', { optionIds })
  if (undecided && !event.pendingHolds) return settled('pending')
  // Where organizers give places by hand, or not all have moved up yet who can, nobody walks past those who wait, except to a place that is held.
  const byHand = event.waitingMode === 'manual' && (await someoneWaits(tx, event.id))
  const behind = !held && (event.promotionOwed || byHand)
  const claim = behind
    ? null
    : await takeSeats(tx, person.id, await poolsOf(tx, { ...person, eventId: event.id }, rules), held, now)
  if (claim?.ok) return settled(undecided ? 'pending' : 'confirmed')
  await joinWaitingList(tx, { eventId: event.id, attendeeId: person.id, blockedById: claim?.poolId ?? null }, now)
  return settled('waiting')

  async function settled(status: Outcome) {
    if (status !== 'confirmed') await tx.update(attendees).set({ status }).where(eq(attendees.id, person.id))
    return done(status)
  }
}

/** What is held for somebody who came with a code. */
export const heldFor = ({ codeId }: { codeId: string | null }): Holder | null => (codeId ? { codeId } : null)

/** The same for somebody who comes back: only what an open code still holds. Whoever has none stands behind those who wait. */
export async function stillHeldFor(tx: Tx, { codeId }: { codeId: string | null }, now: Date): Promise<Holder | null> {
  if (!codeId) return null
  const [held] = await tx
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(invitationCodes, eq(invitationCodes.id, seats.codeId))
    .where(and(eq(seats.codeId, codeId), isNull(invitationCodes.outcome), gt(invitationCodes.expiresAt, now)))
    .limit(1)
  return held ? { codeId } : null
}

/**
 * Gives somebody without a seat one in each pool, or none: first those that are held for the person, the others as there is room. Every verb that
 * lets somebody in comes by here.
 */
export async function takeSeats(
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  held: Holder | null,
  now: Date,
): Promise<Result<undefined, Full>> {
  if (!held) return claimSeats(tx, attendeeId, poolIds, now)
  return savepoint(tx, async () => {
    const here = await handOver(tx, held, attendeeId, poolIds, now)
    return claimSeats(tx, attendeeId, without(poolIds, here), now)
  })
}

/** The same in pools that are full too. Answers those that were. */
export async function takeSeatsPastLimits(
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  held: Holder | null,
  now: Date,
): Promise<string[]> {
  const here = held ? await handOver(tx, held, attendeeId, poolIds, now) : []
  return claimPastLimits(tx, attendeeId, without(poolIds, here), now)
}

const without = (poolIds: readonly string[], here: readonly string[]) => poolIds.filter((id) => !here.includes(id))
