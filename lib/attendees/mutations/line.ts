import 'server-only'
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { answers } from '#db/schema/answers'
import { attendees } from '#db/schema/attendees'
import { waitingPlaces } from '#db/schema/seats'
import type { PoolRule, SeatFacts } from '#lib/seats/policy'

/** Mostly the first few decide; where they do not, many are looked at. */
const FIRST = 50
const PAGE = 500

export type InLine = SeatFacts & { id: string; codeId: string | null; blockedById: string | null }

/** Those who wait and are not held back, in their order, with all that decides in which pools they take a seat. */
export async function* inLine(tx: Tx, eventId: string, rules: readonly PoolRule[]): AsyncGenerator<InLine> {
  const limited = rules.flatMap((rule) => (rule.subject === 'option' && rule.subjectId ? [rule.subjectId] : []))
  for (let [after, size] = [0, FIRST]; ; size = PAGE) {
    const page = await tx
      .select({
        id: attendees.id,
        typeId: attendees.typeId,
        institutionId: attendees.institutionId,
        countryCode: attendees.countryCode,
        codeId: attendees.codeId,
        position: waitingPlaces.position,
        blockedById: waitingPlaces.blockedById,
      })
      .from(waitingPlaces)
      .innerJoin(attendees, eq(attendees.id, waitingPlaces.attendeeId))
      .where(and(eq(waitingPlaces.eventId, eventId), gt(waitingPlaces.position, after), isNull(waitingPlaces.heldById)))
      .orderBy(asc(waitingPlaces.position))
      .limit(size)
    const ids = page.map(({ id }) => id)
    const chosen = limited.length > 0 && ids.length > 0 ? await optionsOf(tx, ids, limited) : new Map()
    for (const { position, ...person } of page) {
      after = position
      yield { ...person, optionIds: chosen.get(person.id) ?? [] }
    }
    if (page.length < size) return
  }
}

/** Which of the options each has chosen. */
export async function optionsOf(
  tx: Tx,
  attendeeIds: readonly string[],
  optionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ attendeeId: answers.attendeeId, optionId: answers.optionId })
    .from(answers)
    .where(and(inArray(answers.attendeeId, [...attendeeIds]), inArray(answers.optionId, [...optionIds])))
  return new Map(
    [...Map.groupBy(rows, (row) => row.attendeeId)].map(([id, all]) => [id, all.flatMap((row) => row.optionId ?? [])]),
  )
}

export type Blocked = { id: string; poolId: string | null }

/** Writes down which full pool keeps each waiting now. */
export async function tellBlocked(tx: Tx, blocked: readonly Blocked[]): Promise<void> {
  for (const [poolId, people] of Map.groupBy(blocked, (person) => person.poolId))
    await tx
      .update(waitingPlaces)
      .set({ blockedById: poolId })
      .where(
        inArray(
          waitingPlaces.attendeeId,
          people.map(({ id }) => id),
        ),
      )
}
