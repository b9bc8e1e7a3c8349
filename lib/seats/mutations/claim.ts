import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { savepoint, type Tx } from '#db/client'
import { institutions } from '#db/schema/institutions'
import { poolRules, seatPools, seats } from '#db/schema/seats'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import type { Holder } from '#lib/seats/mutations/release'
import { takePlace } from '#lib/seats/mutations/take'
import { type PoolRule, poolsFor, type SeatFacts } from '#lib/seats/policy'

export type Full = { reason: 'full'; poolId: string }

/** The rules of an event, to be read once by a verb that claims for many. */
export async function rulesOf(tx: Tx, eventId: string): Promise<PoolRule[]> {
  return tx
    .select({
      id: poolRules.id,
      poolId: poolRules.poolId,
      subject: poolRules.subject,
      // A rule for an institution that was merged is one for the institution that stands for it.
      subjectId: sql<string | null>`coalesce(${institutions.mergedIntoId}, ${poolRules.subjectId})`,
      eachCapacity: poolRules.eachCapacity,
    })
    .from(poolRules)
    .leftJoin(institutions, eq(institutions.id, poolRules.subjectId))
    .where(eq(poolRules.eventId, eventId))
}

/** The pools that apply, made where they are needed for the first time, in the fixed order in which they are taken. */
export async function poolIdsFor(
  tx: Tx,
  eventId: string,
  rules: readonly PoolRule[],
  facts: SeatFacts,
): Promise<string[]> {
  const wanted = poolsFor(rules, facts)
  const ids = wanted.flatMap((pool) => ('poolId' in pool ? [pool.poolId] : []))
  const made = wanted.flatMap((pool) => ('key' in pool ? [{ id: newId(), eventId, ...pool }] : []))
  if (made.length > 0) {
    await tx.insert(seatPools).values(made).onConflictDoNothing()
    const keys = made.map((pool) => pool.key)
    const found = await tx
      .select({ id: seatPools.id })
      .from(seatPools)
      .where(and(eq(seatPools.eventId, eventId), inArray(seatPools.key, keys)))
    ids.push(...found.map((pool) => pool.id))
  }
  return ids.sort()
}

/** Whether an attendee holds any seat. */
export async function holdsSeats(tx: Tx, attendeeId: string): Promise<boolean> {
  const held = await tx.select({ id: seats.id }).from(seats).where(eq(seats.attendeeId, attendeeId)).limit(1)
  return held.length > 0
}

/**
 * Takes one seat in each pool, all or none. The refusal names the first pool that was full.
 * @param poolIds in fixed order, see `poolIdsFor`
 */
export const claimSeats = (
  tx: Tx,
  attendeeId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<Result<undefined, Full>> => claimFor(tx, { attendeeId }, poolIds, now)

/** The same for an invitation or a code, which hold the seats until somebody comes. */
export const holdSeats = (
  tx: Tx,
  holder: Holder,
  poolIds: readonly string[],
  now: Date,
): Promise<Result<undefined, Full>> => claimFor(tx, holder, poolIds, now)

async function claimFor(tx: Tx, whose: { attendeeId: string } | Holder, poolIds: readonly string[], now: Date) {
  return savepoint(tx, async (): Promise<Result<undefined, Full>> => {
    for (const poolId of poolIds) if (!(await takePlace(tx, poolId))) return refuse('full', { poolId })
    if (poolIds.length > 0)
      await tx
        .insert(seats)
        .values(poolIds.map((poolId) => ({ id: newId(), poolId, takenFromId: poolId, ...whose, takenAt: now })))
    return done()
  })
}
