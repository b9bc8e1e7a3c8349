import 'server-only'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { OfferOutcome } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { offers, waitingPlaces } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { joinWaitingList } from '#lib/attendees/mutations/queue'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { CLOCK } from '#lib/attendees/policy'
import { record } from '#lib/audit/mutations'
import { type Actor, system } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { leaveSeats } from '#lib/seats/mutations/hold'

/** Takes the place that is offered to the participant. Refused once the offer has ended, whether or not the clock has noticed. */
export async function acceptOffer(
  actor: Actor,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, actor.attendeeId)
    if (!attendee) return refuse('not-found')
    if (attendee.status === 'confirmed') return done()
    const ended = await endOffer(tx, attendee.id, 'accepted', now)
    if (attendee.status !== 'offered' || !ended) return refuse('not-possible')
    await tx
      .update(attendees)
      .set({ status: 'confirmed', updatedAt: now, revision: attendee.revision + 1 })
      .where(eq(attendees.id, attendee.id))
    await enqueue(tx, { kind: 'confirmed', attendeeId: attendee.id }, now)
    await record(
      tx,
      actor,
      {
        verb: 'attendee.accept',
        eventId: attendee.eventId,
        subjectId: attendee.id,
        before: { status: 'offered' },
        after: { status: 'confirmed' },
      },
      now,
    )
    return done()
  })
}

/** Somebody who let an offer run out or refused it would still like to come: counts again, from the end of the list. */
export async function rejoinWaiting(
  actor: Actor,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const rejoined = await tx
      .update(waitingPlaces)
      .set({ heldById: null, heldReason: null })
      .where(and(eq(waitingPlaces.attendeeId, actor.attendeeId), eq(waitingPlaces.heldById, CLOCK)))
      .returning({ eventId: waitingPlaces.eventId })
    const eventId = rejoined[0]?.eventId
    if (!eventId) return refuse('not-possible')
    await record(tx, actor, { verb: 'attendee.rejoin', eventId, subjectId: actor.attendeeId }, now)
    return done({ promoted: await promoteWaiting(tx, eventId, now) })
  })
}

/** Ends the open offer of somebody, if there is one that has not run out. Part of the verb that decides about it. Answers whether there was. */
export async function endOffer(tx: Tx, attendeeId: string, outcome: OfferOutcome, now: Date): Promise<boolean> {
  const ended = await tx
    .update(offers)
    .set({ outcome, endedAt: now })
    .where(and(eq(offers.attendeeId, attendeeId), isNull(offers.outcome)))
    .returning({ expiresAt: offers.expiresAt })
  return ended.some(({ expiresAt }) => now < expiresAt)
}

const BATCH = 50

/**
 * Takes back the places whose offers have run out: their people go to the end of the waiting list, where they stay until they ask to be considered
 * again, and the next are offered the place in the same transaction. Answers how many ran out.
 */
export async function expireOffers(now = new Date()): Promise<number> {
  let expired = 0
  for (;;) {
    const late = await transaction(async (tx) => {
      const rows = await tx
        .select({ id: attendees.id, eventId: attendees.eventId, revision: attendees.revision })
        .from(offers)
        .innerJoin(attendees, eq(attendees.id, offers.attendeeId))
        .where(and(isNull(offers.outcome), lte(offers.expiresAt, now)))
        .orderBy(asc(offers.expiresAt), asc(offers.id))
        .limit(BATCH)
      for (const row of rows) await expire(tx, row, now)
      for (const eventId of new Set(rows.map((row) => row.eventId))) await promoteWaiting(tx, eventId, now)
      return rows.length
    })
    expired += late
    if (late < BATCH) return expired
  }
}

type Offered = { id: string; eventId: string; revision: number }

async function expire(tx: Tx, person: Offered, now: Date): Promise<void> {
  await endOffer(tx, person.id, 'expired', now)
  await waitAgain(tx, person, now)
  await enqueue(tx, { kind: 'offer-expired', attendeeId: person.id }, now)
  const change = { before: { status: 'offered' }, after: { status: 'waiting' } }
  await record(
    tx,
    system('clock'),
    { verb: 'attendee.offer-expire', eventId: person.eventId, subjectId: person.id, ...change },
    now,
  )
}

/** From an offer that was not taken to the end of the waiting list: the seats go back, and no place is offered until the person asks again. */
export async function waitAgain(tx: Tx, person: Offered, now: Date): Promise<void> {
  await leaveSeats(tx, person.id, now)
  await tx
    .update(attendees)
    .set({ status: 'waiting', updatedAt: now, revision: person.revision + 1 })
    .where(eq(attendees.id, person.id))
  const held = { byId: CLOCK, reason: '' }
  await joinWaitingList(tx, { eventId: person.eventId, attendeeId: person.id, blockedById: null, held }, now)
}
