import 'server-only'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { poolRules, seatPools, seats, waitingPlaces } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { PoolFacts } from '#lib/rosters/policy/limits'
import { nextInLine } from '#lib/rosters/policy/next'
import { rulesOf } from '#lib/seats/mutations/claim'
import { holderRules, type PoolRule, poolsFor } from '#lib/seats/policy'

/** What a limit is about, by the pool's id or key, or null. */
export async function poolFacts(actor: Actor, eventId: string, idOrKey: string): Promise<PoolFacts | null> {
  const [pool] = await db()
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity })
    .from(seatPools)
    .where(
      and(
        eq(seatPools.eventId, eventId),
        or(eq(seatPools.id, idOrKey), eq(seatPools.key, idOrKey)),
        within(actor, 'read', seatPools.eventId),
      ),
    )
  if (!pool) return null
  // A pool that was made when first needed has the rule and the subject in its key.
  const [ruleId = '', ownSubject] = pool.key.split(':')
  const [rule] = await db()
    .select({ subject: poolRules.subject, subjectId: poolRules.subjectId })
    .from(poolRules)
    .where(and(eq(poolRules.eventId, eventId), or(eq(poolRules.poolId, pool.id), eq(poolRules.id, ruleId))))
    .limit(1)
  return rule
    ? { subject: rule.subject, subjectId: rule.subjectId ?? ownSubject ?? null, capacity: pool.capacity ?? 0 }
    : null
}

/**
 * Who would move up if this attendee gave the place back: the person's id, `nobody` when none of those who wait could take it,
 * `none-waits` when there are none, `no-seat` when the attendee holds no place.
 */
export async function successor(
  actor: Actor,
  eventId: string,
  attendeeId: string,
): Promise<{ id: string } | 'nobody' | 'none-waits' | 'no-seat'> {
  const mayRead = within(actor, 'read', seatPools.eventId)
  const [held, pools, rules, waiting, codes] = await Promise.all([
    db()
      .select({ poolId: seats.poolId, codeId: attendees.codeId })
      .from(seats)
      .innerJoin(seatPools, eq(seatPools.id, seats.poolId))
      .innerJoin(attendees, eq(attendees.id, seats.attendeeId))
      .where(and(eq(seats.attendeeId, attendeeId), eq(seatPools.eventId, eventId), mayRead)),
    db()
      .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(and(eq(seatPools.eventId, eventId), mayRead)),
    rulesOf(db() as Tx, eventId),
    db()
      .select({
        id: attendees.id,
        typeId: attendees.typeId,
        institutionId: attendees.institutionId,
        countryCode: attendees.countryCode,
        codeId: attendees.codeId,
      })
      .from(waitingPlaces)
      .innerJoin(attendees, eq(attendees.id, waitingPlaces.attendeeId))
      .where(
        and(
          eq(waitingPlaces.eventId, eventId),
          isNull(waitingPlaces.heldById),
          within(actor, 'read', waitingPlaces.eventId),
        ),
      )
      .orderBy(asc(waitingPlaces.position)),
    openCodes(eventId),
  ])
  if (held.length === 0) return 'no-seat'
  if (waiting.length === 0) return 'none-waits'
  const next = nextInLine(
    rules,
    pools,
    returned(held, codes, rules),
    waiting.map((person) => ({ ...person, held: holdsOf(person.codeId, held, codes, rules) })),
  )
  return next ? { id: next.id } : 'nobody'
}

type Held = { poolId: string; codeId: string | null }
type Code = { id: string; typeId: string | null; left: number }

const openCodes = async (eventId: string): Promise<Code[]> =>
  (
    await db()
      .select({
        id: invitationCodes.id,
        typeId: invitationCodes.typeId,
        places: seatPools.capacity,
        used: seatPools.taken,
      })
      .from(invitationCodes)
      .innerJoin(seatPools, eq(seatPools.id, invitationCodes.id))
      .where(and(eq(invitationCodes.eventId, eventId), isNull(invitationCodes.outcome)))
  ).map(({ places, used, ...code }) => ({ ...code, left: (places ?? 0) - used }))

/** The pools in which there is a place for others: what comes back to an organization with a code is held for it again. */
function returned(held: readonly Held[], codes: readonly Code[], rules: readonly PoolRule[]): string[] {
  const code = codes.find(({ id }) => id === held[0]?.codeId)
  const kept = code && code.left >= 0 ? holderPools(rules, code.typeId) : []
  return held.map(({ poolId }) => poolId).filter((poolId) => !kept.includes(poolId))
}

/** Where the organization of somebody holds a place, once the leaving one has given the own back. */
function holdsOf(
  codeId: string | null,
  held: readonly Held[],
  codes: readonly Code[],
  rules: readonly PoolRule[],
): string[] {
  const code = codes.find(({ id }) => id === codeId)
  const left = (code?.left ?? 0) + (held[0]?.codeId === codeId ? 1 : 0)
  return code && left > 0 ? holderPools(rules, code.typeId) : []
}

const holderPools = (rules: readonly PoolRule[], typeId: string | null): string[] =>
  poolsFor(...holderRules(rules, typeId)).flatMap((pool) => ('poolId' in pool ? [pool.poolId] : []))
