import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { rulesOf } from '#lib/seats/mutations/claim'
import { reseat } from '#lib/seats/mutations/reseat'
import type { PoolRule } from '#lib/seats/policy'

/**
 * Moves people to an institution with their seats, as part of a merge or its undoing; then those who wait get what became free. Answers how many of them.
 */
export async function moveAttendees(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  institutionId: string,
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
  let promoted = 0
  for (const eventId of rules.keys()) promoted += (await promoteWaiting(tx, eventId, now)).length
  return promoted
}
