import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { handovers } from '#db/schema/handovers'
import { invitations } from '#db/schema/invitations'
import { seats } from '#db/schema/seats'
import { cancelNow } from '#lib/attendees/mutations/cancel'
import { endHandover, handedOnBy } from '#lib/attendees/mutations/handovers'
import { type Own, ownIn } from '#lib/attendees/mutations/own-data'
import type { Admission, Filled } from '#lib/attendees/mutations/registration'
import { isFrozen } from '#lib/attendees/policy/stage'
import { emailKey } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { hasEnded } from '#lib/events/policy'
import { newId } from '#lib/ids'
import type { Colleague } from '#lib/invitations/schema/handover'
import { enqueue } from '#lib/outbox/mutations'
import { holdsSeats, rulesOf } from '#lib/seats/mutations/claim'
import { releaseHeld } from '#lib/seats/mutations/release'

const DAYS_MS = 7 * 86_400_000

/**
 * Invites a colleague to take the participant's own place. It stays the giver's until the colleague registers, within a week and before the freeze date;
 * one at a time.
 */
export async function handOverPlace(
  actor: Actor,
  colleague: Colleague,
  now = new Date(),
): Promise<
  Result<{ invitationId: string }, { reason: 'not-found' | 'not-possible' | 'frozen' | 'open' | 'own' | 'registered' }>
> {
  return transaction(async (tx) => {
    const own = await ownIn(tx, actor)
    if (!own) return refuse('not-found')
    const { attendee, event } = own
    if (attendee.status !== 'confirmed' || event.status !== 'published') return refuse('not-possible')
    if (isFrozen(event, now)) return refuse('frozen')
    const key = emailKey(colleague.email)
    if (key === attendee.emailKey) return refuse('own')
    if ((await tx.select({ id: invitations.id }).from(invitations).where(handedOnBy(attendee.id))).length > 0)
      return refuse('open')
    if (await isTaken(tx, event.id, key)) return refuse('registered')
    const id = newId()
    await tx.insert(invitations).values({
      ...{ id, eventId: event.id, emailKey: key, ...colleague, locale: own.attendee.locale },
      // The colleague comes in the giver's capacity; the place is held by the giver.
      ...{ typeId: attendee.typeId, holds: false, createdAt: now, expiresAt: endOf(event, now) },
    })
    await tx.insert(handovers).values({ invitationId: id, attendeeId: attendee.id, createdAt: now })
    await enqueue(tx, { kind: 'handover', invitationId: id }, now)
    const about = { eventId: event.id, subjectId: attendee.id }
    await record(tx, actor, { verb: 'attendee.hand-over', ...about, after: { to: colleague.email } }, now)
    return done({ invitationId: id })
  })
}

/** The giver keeps the place after all, as long as the colleague has not taken it. */
export async function keepPlace(
  actor: Actor,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    if (!(await endHandover(tx, actor, actor.attendeeId, now))) return refuse('not-possible')
    const about = { eventId: actor.eventId, subjectId: actor.attendeeId }
    await record(tx, actor, { verb: 'attendee.keep-place', ...about }, now)
    return done()
  })
}

const endOf = ({ freezesAt }: Own['event'], now: Date): Date =>
  new Date(Math.min(now.getTime() + DAYS_MS, freezesAt?.getTime() ?? Number.POSITIVE_INFINITY))

/** Whether somebody is registered under the address. Who else is invited is not a participant’s to learn. */
async function isTaken(tx: Tx, eventId: string, key: string): Promise<boolean> {
  const people = await tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(attendees.emailKey, key)))
  return people.length > 0
}

/** Whoever gives the place that an invitation passes on; undefined for every other invitation. */
export async function giverOf(tx: Tx, invitationId: string) {
  const [row] = await tx
    .select({
      id: attendees.id,
      eventId: attendees.eventId,
      status: attendees.status,
      revision: attendees.revision,
      typeId: attendees.typeId,
      codeId: attendees.codeId,
      institutionId: attendees.institutionId,
    })
    .from(handovers)
    .innerJoin(attendees, eq(attendees.id, handovers.attendeeId))
    .where(eq(handovers.invitationId, invitationId))
  return row
}

export type Giver = NonNullable<Awaited<ReturnType<typeof giverOf>>>

/**
 * Puts the giver's seats into the invitation's hand, from which the colleague takes those that apply: at no moment are they free. Those in chosen options go
 * back at once, to be chosen anew. Null when there is no place to give.
 */
export async function passing(
  tx: Tx,
  invitationId: string,
  giver: Giver,
): Promise<Pick<Admission, 'typeId' | 'codeId' | 'held'> | null> {
  if (giver.status !== 'confirmed' || !(await holdsSeats(tx, giver.id))) return null
  await tx.update(seats).set({ attendeeId: null, invitationId }).where(eq(seats.attendeeId, giver.id))
  const rules = await rulesOf(tx, giver.eventId)
  const options = rules.flatMap(({ subject, poolId }) => (subject === 'option' && poolId ? [poolId] : []))
  await releaseHeld(tx, { invitationId }, options)
  return { typeId: giver.typeId, codeId: giver.codeId, held: { invitationId } }
}

/** The colleague comes from where the giver came from. */
export const fromGiver = (form: Filled, { institutionId }: Giver): Filled => ({
  ...form,
  institutionId,
  unlisted: false,
})

/** The colleague does not come: the giver, who still has the place, hears of it. Nothing where the invitation passed none on. */
export async function tellGiver(tx: Tx, invitationId: string, now: Date): Promise<void> {
  const [giver] = await tx
    .select({ id: attendees.id, endsOn: events.endsOn, timeZone: events.timeZone })
    .from(handovers)
    .innerJoin(attendees, eq(attendees.id, handovers.attendeeId))
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(
      and(eq(handovers.invitationId, invitationId), eq(attendees.status, 'confirmed'), eq(events.status, 'published')),
    )
  if (giver && !hasEnded(giver, now)) await enqueue(tx, { kind: 'handover-ended', attendeeId: giver.id }, now)
}

/** The colleague has the place: the giver's registration ends, and the giver hears of it. */
export async function passOn(tx: Tx, giver: Giver, now: Date): Promise<void> {
  const actor: Actor = { kind: 'participant', attendeeId: giver.id, eventId: giver.eventId }
  await cancelNow(tx, actor, giver, { reason: '', message: 'handed-over', verb: 'attendee.pass-on' }, now)
}
