import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitations } from '#db/schema/invitations'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'

export type InvitationRecord = NonNullable<Awaited<ReturnType<typeof invitationRecord>>>

/** Everything known of one invitation at an event the actor may read, with the letters written for it, or null. */
export async function invitationRecord(actor: Actor, eventId: string, id: string) {
  const [row] = await db()
    .select({
      id: invitations.id,
      email: invitations.email,
      givenName: invitations.givenName,
      familyName: invitations.familyName,
      locale: invitations.locale,
      typeId: invitations.typeId,
      note: invitations.note,
      holds: invitations.holds,
      expiresAt: invitations.expiresAt,
      createdAt: invitations.createdAt,
      seenAt: invitations.seenAt,
      outcome: invitations.outcome,
      endedAt: invitations.endedAt,
      attendeeId: invitations.attendeeId,
      attendeeGiven: attendees.givenName,
      attendeeFamily: attendees.familyName,
    })
    .from(invitations)
    .leftJoin(attendees, eq(attendees.id, invitations.attendeeId))
    .where(and(eq(invitations.id, id), eq(invitations.eventId, eventId), within(actor, 'read', invitations.eventId)))
  if (!row) return null
  const letters = await db()
    .select({
      id: outbox.id,
      status: outbox.status,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .where(eq(outbox.invitationId, id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
  return { ...row, letters }
}
