import 'server-only'
import { and, asc, between, eq, isNull, max, sql } from 'drizzle-orm'
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
    if (from !== to) await moveWithin(tx, attendee.eventId, queue, from, to)
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

type Place = { id: string; position: number }

/** Positions are unique at every moment: all who move step behind the end first, then those between move on by one. Four statements, however long the queue is. */
async function moveWithin(tx: Tx, eventId: string, queue: readonly Place[], from: number, to: number): Promise<void> {
  const [mover, target] = [queue[from], queue[to]]
  if (!mover || !target) return
  const up = to < from
  const first = queue[up ? to : from + 1]?.position ?? 0
  const last = queue[up ? from - 1 : to]?.position ?? 0
  const behind = (queue.at(-1)?.position ?? 0) + 1
  const own = eq(waitingPlaces.eventId, eventId)
  const shift = (by: number) => sql`${waitingPlaces.position} + ${by}`
  await putAt(tx, mover.id, 2 * behind)
  await tx
    .update(waitingPlaces)
    .set({ position: shift(behind) })
    .where(and(own, between(waitingPlaces.position, first, last)))
  await tx
    .update(waitingPlaces)
    .set({ position: shift((up ? 1 : -1) - behind) })
    .where(and(own, between(waitingPlaces.position, first + behind, last + behind)))
  await putAt(tx, mover.id, target.position)
}

async function putAt(tx: Tx, attendeeId: string, position: number): Promise<void> {
  await tx.update(waitingPlaces).set({ position }).where(eq(waitingPlaces.attendeeId, attendeeId))
}
