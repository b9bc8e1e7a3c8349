import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { InvitationOutcome } from '#db/enums'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { hasEnded } from '#lib/events/policy'
import { releaseHeld } from '#lib/seats/mutations/release'

/** The event for which an actor may invite, and whether anybody could come with an invitation until then. */
export async function inviting(tx: Tx, actor: Actor, eventId: string, until: Date, now: Date) {
  const [event] = await tx
    .select({ status: events.status, endsOn: events.endsOn, timeZone: events.timeZone })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  return event && { possible: event.status === 'published' && !hasEnded(event, now) && now < until }
}

/** The invitation an actor may decide on. */
export async function invitationFor(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx
    .select({
      id: invitations.id,
      eventId: invitations.eventId,
      outcome: invitations.outcome,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.id, id), within(actor, 'decide', invitations.eventId)))
  return row
}

/** Ends an open invitation; what it still holds goes back, for the verb to give on. Answers whether it was open. */
export async function endInvitation(
  tx: Tx,
  id: string,
  outcome: InvitationOutcome,
  now: Date,
  attendeeId: string | null = null,
): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ outcome, endedAt: now, attendeeId })
    .where(and(eq(invitations.id, id), isNull(invitations.outcome)))
    .returning({ id: invitations.id })
  if (ended.length > 0) await releaseHeld(tx, { invitationId: id })
  return ended.length > 0
}
