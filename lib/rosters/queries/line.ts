import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import { answers } from '#db/schema/answers'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { seatPools, waitingPlaces } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { type Ledger, ledgerOf } from '#lib/rosters/policy/turns'
import { rulesOf } from '#lib/seats/mutations/claim'
import type { PoolRule, SeatFacts } from '#lib/seats/policy'

export type InLine = SeatFacts & {
  id: string
  since: Date
  /** Who holds the person back, and why. */
  heldById: string | null
  heldReason: string | null
}

const facts = {
  id: attendees.id,
  typeId: attendees.typeId,
  institutionId: attendees.institutionId,
  countryCode: attendees.countryCode,
  codeId: attendees.codeId,
}

/** What every place of an event is taken by, to be asked who can have one; a new one each time, for it counts along. */
export async function seatLedger(actor: Actor, eventId: string): Promise<{ rules: PoolRule[]; ledger: () => Ledger }> {
  const [rules, pools, codes] = await Promise.all([
    rulesOf(db() as Tx, eventId),
    db()
      .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(and(eq(seatPools.eventId, eventId), within(actor, 'read', seatPools.eventId))),
    db()
      .select({ id: invitationCodes.id })
      .from(invitationCodes)
      .where(and(eq(invitationCodes.eventId, eventId), isNull(invitationCodes.outcome))),
  ])
  const open = codes.map(({ id }) => id)
  return { rules, ledger: () => ledgerOf(rules, pools, open) }
}

/** Everybody who waits, in the order of the queue, with what decides which limits apply. */
export async function waitingLine(actor: Actor, eventId: string, rules: readonly PoolRule[]): Promise<InLine[]> {
  const rows = await db()
    .select({
      ...facts,
      since: waitingPlaces.since,
      heldById: waitingPlaces.heldById,
      heldReason: waitingPlaces.heldReason,
    })
    .from(waitingPlaces)
    .innerJoin(attendees, eq(attendees.id, waitingPlaces.attendeeId))
    .where(and(eq(waitingPlaces.eventId, eventId), within(actor, 'read', waitingPlaces.eventId)))
    .orderBy(asc(waitingPlaces.position))
  return withOptions(eventId, rules, rows)
}

/** The limited options that people of the event have chosen. One read for all of them, and none where no option is limited. */
export async function withOptions<Person extends SeatFacts & { id: string }>(
  eventId: string,
  rules: readonly PoolRule[],
  people: Person[],
): Promise<Person[]> {
  const limited = rules.flatMap((rule) => (rule.subject === 'option' ? (rule.subjectId ?? []) : []))
  if (limited.length === 0) return people
  const chosen = await db()
    .select({ attendeeId: answers.attendeeId, optionId: answers.optionId })
    .from(answers)
    .innerJoin(attendees, eq(attendees.id, answers.attendeeId))
    .where(and(eq(attendees.eventId, eventId), inArray(answers.optionId, limited)))
  const own = Map.groupBy(chosen, ({ attendeeId }) => attendeeId)
  return people.map((person) => ({
    ...person,
    optionIds: (own.get(person.id) ?? []).flatMap(({ optionId }) => optionId ?? []),
  }))
}
