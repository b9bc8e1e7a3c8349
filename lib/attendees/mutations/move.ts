import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { poolRules } from '#db/schema/seats'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { settleAttendees } from '#lib/attendees/mutations/settle'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { rulesOf } from '#lib/seats/mutations/claim'
import { reseat } from '#lib/seats/mutations/reseat'
import type { PoolRule } from '#lib/seats/policy'

type Move = {
  ids: readonly string[]
  institutionId: string
  /** The institutions whose own limits hold for others than before: where there are such, everybody's seats are looked at. */
  named: readonly string[]
}

/**
 * Moves people to an institution with their seats, as part of a merge or its undoing; then those who wait get what became free. Answers how many of them.
 */
export async function moveAttendees(
  tx: Tx,
  actor: Actor,
  { ids, institutionId, named }: Move,
  now: Date,
): Promise<number> {
  const rules = new Map<string, PoolRule[]>()
  for (const id of ids) {
    const [person] = await tx
      .select({
        eventId: attendees.eventId,
        typeId: attendees.typeId,
        countryCode: attendees.countryCode,
        institutionId: attendees.institutionId,
      })
      .from(attendees)
      .where(eq(attendees.id, id))
    if (!person) continue
    const own = rules.get(person.eventId) ?? (await rulesOf(tx, person.eventId))
    rules.set(person.eventId, own)
    await tx
      .update(attendees)
      .set({ institutionId, revision: sql`${attendees.revision} + 1`, updatedAt: now })
      .where(eq(attendees.id, id))
    await reseat(tx, id, await poolsOf(tx, { ...person, id, institutionId }, own), now)
    const change = { before: { institutionId: person.institutionId }, after: { institutionId } }
    await record(tx, actor, { verb: 'attendee.correct', eventId: person.eventId, subjectId: id, ...change }, now)
  }
  const limited = await eventsNaming(tx, named)
  for (const eventId of limited) await settleAttendees(tx, eventId, now)
  let promoted = 0
  for (const eventId of new Set([...rules.keys(), ...limited]))
    promoted += (await promoteWaiting(tx, eventId, now)).length
  return promoted
}

/** The events with a limit of its own for one of these institutions. */
async function eventsNaming(tx: Tx, institutionIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ eventId: poolRules.eventId })
    .from(poolRules)
    .where(and(eq(poolRules.subject, 'institution'), inArray(poolRules.subjectId, [...institutionIds])))
  return rows.map(({ eventId }) => eventId)
}
