import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { seats, waitingPlaces } from '#db/schema/seats'
import { attendeeIds } from '#lib/attendees/queries/list'
import type { AttendeeList } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { stampOf } from '#lib/events/policy/stamp'
import { type Chosen, foresee, inDecisionOrder, type ManyAct } from '#lib/rosters/policy/many'
import { seatLedger, withOptions } from '#lib/rosters/queries/line'

export type ChosenPerson = Chosen & { givenName: string; familyName: string }

/** Those who were ticked, or all whom the list finds. */
export type Choice = { ids: readonly string[]; all: boolean; list: AttendeeList }

const BATCH = 500

/** Whom a decision about many would reach, in the order in which it would, and who cannot be. `stamp` stands for all that. For organizers. */
export async function foreseen(actor: Actor, eventId: string, act: ManyAct, choice: Choice) {
  const ids = choice.all ? await attendeeIds(actor, eventId, choice.list) : choice.ids
  const { rules, ledger } = await seatLedger(actor, eventId)
  const people = inDecisionOrder(act, await withOptions(eventId, rules, await chosenPeople(actor, eventId, ids)))
  return {
    ...foresee(act, people, ledger()),
    stamp: stampOf(people.map(({ id, status }) => [id, status])),
  }
}

async function chosenPeople(actor: Actor, eventId: string, ids: readonly string[]): Promise<ChosenPerson[]> {
  const people: ChosenPerson[] = []
  for (let i = 0; i < ids.length; i += BATCH) people.push(...(await batch(actor, eventId, ids.slice(i, i + BATCH))))
  return people
}

async function batch(actor: Actor, eventId: string, ids: readonly string[]): Promise<ChosenPerson[]> {
  const these = and(
    inArray(attendees.id, [...ids]),
    eq(attendees.eventId, eventId),
    within(actor, 'decide', attendees.eventId),
  )
  const [rows, held] = await Promise.all([
    db()
      .select({
        id: attendees.id,
        status: attendees.status,
        givenName: attendees.givenName,
        familyName: attendees.familyName,
        typeId: attendees.typeId,
        institutionId: attendees.institutionId,
        countryCode: attendees.countryCode,
        codeId: attendees.codeId,
        registeredAt: attendees.registeredAt,
        position: waitingPlaces.position,
      })
      .from(attendees)
      .leftJoin(waitingPlaces, eq(waitingPlaces.attendeeId, attendees.id))
      .where(these),
    db()
      .selectDistinct({ id: seats.attendeeId })
      .from(seats)
      .innerJoin(attendees, eq(attendees.id, seats.attendeeId))
      .where(these),
  ])
  const seated = new Set(held.map(({ id }) => id))
  return rows.map((row) => ({ ...row, seated: seated.has(row.id) }))
}
