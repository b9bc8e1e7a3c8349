import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { offers } from '#db/schema/seats'
import { cancelNow } from '#lib/attendees/mutations/cancel'
import { endOffer, waitAgain } from '#lib/attendees/mutations/offers'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

/**
 * The participant refuses the place that is offered, and the next is offered it at once. With `stay` the person goes to the end of the waiting list and
 * is offered nothing until asking again (or the same place would come back at once where nobody else waits); else the registration is cancelled.
 */
export async function declineOffer(
  actor: Actor,
  stay: boolean,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, actor.attendeeId)
    if (!attendee) return refuse('not-found')
    const status = stay ? 'waiting' : 'cancelled'
    // A second press.
    if (attendee.status === status && (await wasDeclined(tx, attendee.id))) return done({ promoted: [] })
    const ended = await endOffer(tx, attendee.id, 'declined', now)
    if (attendee.status !== 'offered' || !ended) return refuse('not-possible')
    const verb = 'attendee.decline-offer' as const
    if (stay) {
      await waitAgain(tx, attendee, now)
      const change = { before: { status: 'offered' }, after: { status } }
      await record(tx, actor, { verb, eventId: attendee.eventId, subjectId: attendee.id, ...change }, now)
    } else await cancelNow(tx, actor, attendee, { reason: '', message: 'cancelled', verb }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

async function wasDeclined(tx: Tx, attendeeId: string): Promise<boolean> {
  const [last] = await tx
    .select({ outcome: offers.outcome })
    .from(offers)
    .where(eq(offers.attendeeId, attendeeId))
    .orderBy(desc(offers.offeredAt), desc(offers.id))
    .limit(1)
  return last?.outcome === 'declined'
}
