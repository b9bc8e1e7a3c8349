import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { joinWaitingList, leaveWaitingList } from '#lib/attendees/mutations/queue'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { mayFollow } from '#lib/attendees/policy'
import { record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { claimSeats, type Full, holdsSeats, poolIdsFor, rulesOf } from '#lib/seats/mutations/claim'
import { releaseSeats } from '#lib/seats/mutations/release'

type Refusal = { reason: 'not-found' | 'not-possible' } | Full

/** Gives somebody a seat, past the order of the waiting list. Refused while a pool that applies is full. For organizers. */
export async function confirmAttendee(
  actor: Actor,
  attendeeId: string,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (!mayFollow('confirm', attendee.status)) return refuse('not-possible')
    // Whoever is to be decided on or was offered a place may hold the seats already.
    if (!(await holdsSeats(tx, attendeeId))) {
      const poolIds = await poolIdsFor(tx, attendee.eventId, await rulesOf(tx, attendee.eventId), attendee)
      const claim = await claimSeats(tx, attendeeId, poolIds, now)
      if (!claim.ok) return claim
    }
    await leaveWaitingList(tx, attendeeId)
    await changeStatus(tx, actor, attendee, 'confirmed', '', now)
    await enqueue(tx, { kind: 'confirmed', attendeeId }, now)
    return done()
  })
}

/**
 * Puts somebody on the waiting list, at its end, where only an organizer moves the person on; the seat goes to the first
 * who waits, in the same transaction. For organizers.
 */
export async function putOnWaitingList(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, Refusal>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (!mayFollow('wait', attendee.status)) return refuse('not-possible')
    await releaseSeats(tx, attendeeId)
    const held = { byId: actorId(actor) ?? '', reason }
    await joinWaitingList(tx, { eventId: attendee.eventId, attendeeId, blockedById: null, held }, now)
    await changeStatus(tx, actor, attendee, 'waiting', reason, now)
    await enqueue(tx, { kind: 'moved-to-waiting', attendeeId }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

type Decided = { id: string; eventId: string; status: AttendeeStatus; revision: number }

async function changeStatus(
  tx: Tx,
  actor: Actor,
  from: Decided,
  status: 'confirmed' | 'waiting',
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .update(attendees)
    // An organizer's word stands for the confirmation of the address.
    .set({ status, ...(status === 'confirmed' && { confirmBy: null }), updatedAt: now, revision: from.revision + 1 })
    .where(eq(attendees.id, from.id))
  await record(
    tx,
    actor,
    {
      verb: status === 'confirmed' ? 'attendee.confirm' : 'attendee.wait',
      eventId: from.eventId,
      subjectId: from.id,
      reason,
      before: { status: from.status },
      after: { status },
    },
    now,
  )
}
