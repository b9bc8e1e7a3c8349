import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { handovers } from '#db/schema/handovers'
import { institutions } from '#db/schema/institutions'
import { invitations } from '#db/schema/invitations'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

/** The colleague whom the participant has invited to the own place, while that is open; else null. */
export async function ownHandover(actor: Actor, now = new Date()) {
  if (actor.kind !== 'participant') return null
  const [row] = await db()
    .select({
      email: invitations.email,
      givenName: invitations.givenName,
      familyName: invitations.familyName,
      expiresAt: invitations.expiresAt,
    })
    .from(handovers)
    .innerJoin(invitations, eq(invitations.id, handovers.invitationId))
    .where(and(eq(handovers.attendeeId, actor.attendeeId), isNull(invitations.outcome), gt(invitations.expiresAt, now)))
  return row ?? null
}

/** The colleague whom the participant asked last, where that came to nothing: by a no, or because time was up. */
export async function refusedHandover(actor: Actor, now = new Date()) {
  if (actor.kind !== 'participant') return null
  const [row] = await db()
    .select({
      givenName: invitations.givenName,
      familyName: invitations.familyName,
      outcome: invitations.outcome,
      expiresAt: invitations.expiresAt,
    })
    .from(handovers)
    .innerJoin(invitations, eq(invitations.id, handovers.invitationId))
    .where(eq(handovers.attendeeId, actor.attendeeId))
    .orderBy(desc(handovers.createdAt))
    .limit(1)
  if (!row) return null
  const { outcome, expiresAt, ...colleague } = row
  if (outcome === 'declined') return { ...colleague, outcome: 'declined' } as const
  const late = outcome === 'expired' || (!outcome && expiresAt <= now)
  return late ? ({ ...colleague, outcome: 'expired' } as const) : null
}

/** Where a colleague who takes a place comes from; null for every other invitation. For pages that hold the invitation's link. */
export async function institutionOfGiver(invitationId: string, locale: Locale) {
  const [row] = await db()
    .select({ id: attendees.institutionId, name: institutions.name })
    .from(handovers)
    .innerJoin(attendees, eq(attendees.id, handovers.attendeeId))
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(eq(handovers.invitationId, invitationId))
  if (!row) return null
  const label = (await institutionLabels([row.id], locale)).get(row.id)
  return { id: row.id, name: label?.name ?? row.name, place: label?.place ?? '' }
}
