import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { waitingPlaces } from '#db/schema/seats'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

type Refusal = { reason: 'not-found' | 'not-possible' }

/**
 * Passes over somebody who waits until an organizer decides otherwise: the place in the queue stays, free places go to those behind. The reason
 * stays in the record. For organizers.
 */
export async function putOff(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<undefined, Refusal | { reason: 'no-reason' }>> {
  if (actor.kind === 'participant') return refuse('not-found')
  if (reason.trim() === '') return refuse('no-reason')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (attendee.status !== 'waiting') return refuse('not-possible')
    await tx
      .update(waitingPlaces)
      .set({ heldById: actorId(actor) ?? '', heldReason: reason })
      .where(eq(waitingPlaces.attendeeId, attendeeId))
    await record(tx, actor, { verb: 'attendee.hold', eventId: attendee.eventId, subjectId: attendeeId, reason }, now)
    return done()
  })
}

/** Lets somebody who was held back, or whose offer ran out, move up again from the place in the queue; at once where there is room. For organizers. */
export async function letMoveUp(
  actor: Actor,
  attendeeId: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, Refusal>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (attendee.status !== 'waiting') return refuse('not-possible')
    await tx
      .update(waitingPlaces)
      .set({ heldById: null, heldReason: null })
      .where(eq(waitingPlaces.attendeeId, attendeeId))
    await record(tx, actor, { verb: 'attendee.release', eventId: attendee.eventId, subjectId: attendeeId }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}
