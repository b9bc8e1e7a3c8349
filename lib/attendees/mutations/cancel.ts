import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees, cancellations } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { endHandover } from '#lib/attendees/mutations/handovers'
import { endOffer } from '#lib/attendees/mutations/offers'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { leaveWaitingList } from '#lib/attendees/mutations/queue'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { mayFollow } from '#lib/attendees/policy'
import { record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { hasEnded } from '#lib/events/policy'
import { newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import { leaveSeats } from '#lib/seats/mutations/hold'

/**
 * Cancels a registration; its seats go to those who wait, in the same transaction. The participant may cancel the own,
 * organizers any of their event. Cancelling what is cancelled changes nothing and is no refusal.
 */
export async function cancelAttendee(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'ended' }>> {
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (!mayFollow('cancel', attendee.status)) return done({ promoted: [] })
    // After the event the record is evidence of who took part: only organizers correct it.
    if (actor.kind === 'participant' && (await isOver(tx, attendee.eventId, now))) return refuse('ended')
    await cancelNow(tx, actor, attendee, { reason, message: 'cancelled', verb: 'attendee.cancel' }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

type Held = { id: string; eventId: string; status: AttendeeStatus; revision: number }
type Cause = {
  reason: string
  message: 'cancelled' | 'unconfirmed' | 'handed-over'
  verb: 'attendee.cancel' | 'attendee.lapse' | 'attendee.pass-on' | 'attendee.decline-offer'
}

/** Ends a registration within the transaction of the verb that decides it: seats and place in the queue go back. Who waits is for the verb to promote. */
export async function cancelNow(
  tx: Tx,
  actor: Actor,
  attendee: Held,
  { reason, message, verb }: Cause,
  now: Date,
): Promise<void> {
  const attendeeId = attendee.id
  await endOffer(tx, attendeeId, actor.kind === 'participant' ? 'declined' : 'withdrawn', now)
  await leaveSeats(tx, attendeeId, now)
  await leaveWaitingList(tx, attendeeId)
  await endHandover(tx, actor, attendeeId, now)
  await tx
    .update(attendees)
    .set({ status: 'cancelled', confirmBy: null, updatedAt: now, revision: attendee.revision + 1 })
    .where(eq(attendees.id, attendeeId))
  await tx
    .insert(cancellations)
    .values({ id: newId(), attendeeId, at: now, byKind: actor.kind, byId: actorId(actor), reason })
  await enqueue(tx, { kind: message, attendeeId }, now)
  await record(
    tx,
    actor,
    {
      verb,
      eventId: attendee.eventId,
      subjectId: attendeeId,
      reason,
      before: { status: attendee.status },
      after: { status: 'cancelled' },
    },
    now,
  )
}

/** Whether the event has ended: from then on participants cancel nothing. */
export async function isOver(tx: Tx, eventId: string, now: Date): Promise<boolean> {
  const [event] = await tx
    .select({ endsOn: events.endsOn, timeZone: events.timeZone })
    .from(events)
    .where(eq(events.id, eventId))
  return event !== undefined && hasEnded(event, now)
}
