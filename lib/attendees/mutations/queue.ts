import 'server-only'
import { eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { waitingPlaces } from '#db/schema/seats'

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
