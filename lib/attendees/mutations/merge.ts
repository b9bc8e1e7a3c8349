import 'server-only'
import { and, eq, inArray, isNull, not } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { institutions } from '#db/schema/institutions'
import { institutionMergeMoves, institutionMerges } from '#db/schema/merges'
import { poolRules } from '#db/schema/seats'
import { moveAttendees } from '#lib/attendees/mutations/move'
import { record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { isStaff, within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { refreshSearchKey } from '#lib/institutions/mutations/search-key'

type Refusal = {
  /** `others-events`: people of events that the actor may not read come from there; an administrator may. */
  reason: 'not-found' | 'not-possible' | 'others-events' | 'merged-since'
}
export type Merged = { mergeId: string; moved: number; promoted: number }

/**
 * Takes one institution for another: whoever comes from the first now comes from the second, whose names and identifiers the first's are from then on. Seats move
 * with the people, past the limits of the second if need be. Can be undone. Only into one that stands in the registry. For staff.
 */
export async function mergeInstitutions(
  actor: Actor,
  { fromId, intoId }: { fromId: string; intoId: string },
  now = new Date(),
): Promise<Result<Merged, Refusal>> {
  return transaction(async (tx) => {
    if (!(await isStaff(tx, actor))) return refuse('not-found')
    const from = await institutionOf(tx, fromId)
    const into = await institutionOf(tx, intoId)
    if (!from || !into) return refuse('not-found')
    if (fromId === intoId || from.mergedIntoId || into.mergedIntoId || into.status !== 'active')
      return refuse('not-possible')
    const people = await tx.select({ id: attendees.id }).from(attendees).where(eq(attendees.institutionId, fromId))
    const ids = people.map((person) => person.id)
    const named = [fromId, ...(await mergedInto(tx, fromId))]
    if ((await touchesOthers(tx, actor, ids)) || (await limitsOthers(tx, actor, named, intoId)))
      return refuse('others-events')

    const mergeId = newId()
    await tx.insert(institutionMerges).values({ id: mergeId, fromId, intoId, at: now, byId: actorId(actor) })
    for (const attendeeId of ids) await tx.insert(institutionMergeMoves).values({ mergeId, attendeeId })
    await tx.update(institutions).set({ mergedIntoId: intoId }).where(eq(institutions.mergedIntoId, fromId))
    await tx.update(institutions).set({ mergedIntoId: intoId }).where(eq(institutions.id, fromId))
    await refreshSearchKey(tx, intoId)
    await record(
      tx,
      actor,
      { verb: 'institution.merge', subjectId: fromId, after: { into: into.name, intoId, moved: ids.length } },
      now,
    )
    const promoted = await moveAttendees(tx, actor, { ids, institutionId: intoId, named }, now)
    return done({ mergeId, moved: ids.length, promoted })
  })
}

/**
 * Parts what was merged: the first institution stands for itself again, with its names, its identifiers and the people who came with it, except those whom
 * somebody has corrected since. Refused while the second is itself merged into another: that is undone first. For staff.
 */
export async function undoMerge(actor: Actor, mergeId: string, now = new Date()): Promise<Result<Merged, Refusal>> {
  return transaction(async (tx) => {
    if (!(await isStaff(tx, actor))) return refuse('not-found')
    const [merge] = await tx
      .select({
        fromId: institutionMerges.fromId,
        intoId: institutionMerges.intoId,
        undoneAt: institutionMerges.undoneAt,
      })
      .from(institutionMerges)
      .where(eq(institutionMerges.id, mergeId))
    if (!merge) return refuse('not-found')
    if (merge.undoneAt) return refuse('not-possible')
    const into = await institutionOf(tx, merge.intoId)
    if (into?.mergedIntoId) return refuse('merged-since')
    const people = await tx
      .select({ id: attendees.id })
      .from(institutionMergeMoves)
      .innerJoin(attendees, eq(attendees.id, institutionMergeMoves.attendeeId))
      .where(and(eq(institutionMergeMoves.mergeId, mergeId), eq(attendees.institutionId, merge.intoId)))
    const ids = people.map((person) => person.id)
    const family = await mergedInto(tx, merge.fromId)
    const named = [merge.fromId, ...family]
    if ((await touchesOthers(tx, actor, ids)) || (await limitsOthers(tx, actor, named, merge.intoId)))
      return refuse('others-events')

    await tx
      .update(institutionMerges)
      .set({ undoneAt: now, undoneById: actorId(actor) })
      .where(eq(institutionMerges.id, mergeId))
    await tx.update(institutions).set({ mergedIntoId: null }).where(eq(institutions.id, merge.fromId))
    if (family.length > 0)
      await tx.update(institutions).set({ mergedIntoId: merge.fromId }).where(inArray(institutions.id, family))
    await refreshSearchKey(tx, merge.fromId)
    await refreshSearchKey(tx, merge.intoId)
    await record(
      tx,
      actor,
      { verb: 'institution.unmerge', subjectId: merge.fromId, before: { into: into?.name, intoId: merge.intoId } },
      now,
    )
    const promoted = await moveAttendees(tx, actor, { ids, institutionId: merge.fromId, named }, now)
    return done({ mergeId, moved: ids.length, promoted })
  })
}

/** Somebody whose institution was corrected stays there when a merge is undone. Part of the correction. */
export async function stayWhenUnmerged(tx: Tx, attendeeId: string): Promise<void> {
  await tx.delete(institutionMergeMoves).where(eq(institutionMergeMoves.attendeeId, attendeeId))
}

async function institutionOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ name: institutions.name, status: institutions.status, mergedIntoId: institutions.mergedIntoId })
    .from(institutions)
    .where(eq(institutions.id, id))
  return row
}

/** The institutions that were merged into one, directly or through another, by merges that stand. */
async function mergedInto(tx: Tx, id: string): Promise<string[]> {
  const found: string[] = []
  for (let level = [id]; level.length > 0; ) {
    const rows = await tx
      .select({ id: institutionMerges.fromId })
      .from(institutionMerges)
      .where(and(inArray(institutionMerges.intoId, level), isNull(institutionMerges.undoneAt)))
    level = rows.map((row) => row.id)
    found.push(...level)
  }
  return found
}

const CHUNK = 500

async function touchesOthers(tx: Tx, actor: Actor, ids: readonly string[]): Promise<boolean> {
  for (let i = 0; i < ids.length; i += CHUNK) {
    const rows = await tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(and(inArray(attendees.id, ids.slice(i, i + CHUNK)), not(within(actor, 'read', attendees.eventId))))
      .limit(1)
    if (rows.length > 0) return true
  }
  return false
}

/** Whether people of events that the actor may not read would come under other limits than before: those that name the first institution or its own. */
async function limitsOthers(tx: Tx, actor: Actor, named: readonly string[], intoId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: poolRules.id })
    .from(poolRules)
    .innerJoin(attendees, eq(attendees.eventId, poolRules.eventId))
    .where(
      and(
        eq(poolRules.subject, 'institution'),
        inArray(poolRules.subjectId, [...named]),
        eq(attendees.institutionId, intoId),
        not(within(actor, 'read', poolRules.eventId)),
      ),
    )
    .limit(1)
  return rows.length > 0
}
