import 'server-only'
import { and, asc, eq, isNull, max } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { waitingPlaces } from '#db/schema/seats'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

type Queued = {
  eventId: string
  attendeeId: string
  /** The pool that was full; null when an organizer put the person here. */
  blockedById: string | null
  held?: { byId: string; reason: string }
}

/** Puts an attendee at the end of the event's waiting list. */
export async function joinWaitingList(
  tx: Tx,
  { eventId, attendeeId, blockedById, held }: Queued,
  now: Date,
): Promise<void> {
  const [last] = await tx
    .select({ position: max(waitingPlaces.position) })
    .from(waitingPlaces)
    .where(eq(waitingPlaces.eventId, eventId))
  await tx.insert(waitingPlaces).values({
    attendeeId,
    eventId,
    position: Number(last?.position ?? 0) + 1,
    blockedById,
    since: now,
    heldById: held?.byId ?? null,
    heldReason: held?.reason ?? null,
  })
}

export async function leaveWaitingList(tx: Tx, attendeeId: string): Promise<void> {
  await tx.delete(waitingPlaces).where(eq(waitingPlaces.attendeeId, attendeeId))
}

/** Whether somebody waits who is not held back. */
export async function someoneWaits(tx: Tx, eventId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: waitingPlaces.attendeeId })
    .from(waitingPlaces)
    .where(and(eq(waitingPlaces.eventId, eventId), isNull(waitingPlaces.heldById)))
    .limit(1)
  return rows.length > 0
}

/**
 * Gives somebody who waits another place in the queue, for a reason that stands in the audit. `place` 1 is next; beyond the end is the end. Who may
 * take a free place stays the same, only who comes first changes. For organizers.
 */
export async function moveInQueue(
  actor: Actor,
  attendeeId: string,
  place: number,
  reason: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' | 'no-reason' }>> {
  if (actor.kind === 'participant') return refuse('not-found')
  if (reason.trim() === '') return refuse('no-reason')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (attendee.status !== 'waiting') return refuse('not-possible')
    const queue = await tx
      .select({ id: waitingPlaces.attendeeId, position: waitingPlaces.position })
      .from(waitingPlaces)
      .where(eq(waitingPlaces.eventId, attendee.eventId))
      .orderBy(asc(waitingPlaces.position))
    const from = queue.findIndex(({ id }) => id === attendeeId)
    const to = Math.min(Math.max(1, place), queue.length) - 1
    // Positions are unique at every moment: the one who moves steps aside, and those between move one on, the nearest first.
    await putAt(tx, attendeeId, (queue.at(-1)?.position ?? 0) + 1)
    const step = Math.sign(to - from)
    for (let i = from; i !== to; i += step) await putAt(tx, queue[i + step]?.id ?? '', queue[i]?.position ?? 0)
    await putAt(tx, attendeeId, queue[to]?.position ?? 0)
    const change = { before: { place: from + 1 }, after: { place: to + 1 } }
    await record(
      tx,
      actor,
      { verb: 'attendee.reorder', eventId: attendee.eventId, subjectId: attendeeId, reason, ...change },
      now,
    )
    return done()
  })
}

async function putAt(tx: Tx, attendeeId: string, position: number): Promise<void> {
  await tx.update(waitingPlaces).set({ position }).where(eq(waitingPlaces.attendeeId, attendeeId))
}
