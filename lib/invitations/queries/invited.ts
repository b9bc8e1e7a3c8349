import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import type { InvitationOutcome } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { events } from '#db/schema/events'
import { handovers } from '#db/schema/handovers'
import { invitations } from '#db/schema/invitations'
import { seatPools } from '#db/schema/seats'
import { linkToken } from '#lib/auth/link'
import { invitedWith } from '#lib/auth/queries'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { hashCode, readCode } from '#lib/invitations/policy/code'

export type Invited = {
  id: string
  slug: string
  eventId: string
  givenName: string
  familyName: string
  email: string
  typeId: string | null
  locale: Locale
  note: string
  holds: boolean
  /** A colleague hands the own place on with it. */
  handedOn: boolean
  expiresAt: Date
  seenAt: Date | null
  /** One that has run out is `expired`, whether or not the clock has noticed. */
  outcome: InvitationOutcome | null
  /** Of the registration that was made with it. */
  attendeeToken: string | null
}

/** The invitation that a link is for, or null. Whoever has the link may read it. */
export async function invitationOf(token: string, now = new Date()): Promise<Invited | null> {
  const id = await invitedWith(token)
  if (!id) return null
  const [row] = await db()
    .select({
      id: invitations.id,
      slug: events.slug,
      eventId: invitations.eventId,
      givenName: invitations.givenName,
      familyName: invitations.familyName,
      email: invitations.email,
      typeId: invitations.typeId,
      locale: invitations.locale,
      note: invitations.note,
      holds: invitations.holds,
      handedOn: handovers.invitationId,
      expiresAt: invitations.expiresAt,
      seenAt: invitations.seenAt,
      outcome: invitations.outcome,
      invitedKey: invitations.emailKey,
      attendeeId: attendees.id,
      attendeeKey: attendees.emailKey,
      linkVersion: attendees.linkVersion,
    })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .leftJoin(attendees, eq(attendees.id, invitations.attendeeId))
    // A place that is handed on is the giver's until then: nobody else can get it either.
    .leftJoin(handovers, eq(handovers.invitationId, invitations.id))
    .where(eq(invitations.id, id))
  if (!row) return null
  const { attendeeId, linkVersion, attendeeKey, invitedKey, handedOn, ...rest } = row
  // Somebody who registered with another address has the private link there: whoever reads this mail need not be the same person.
  const own = attendeeId !== null && attendeeKey === invitedKey
  return {
    ...rest,
    holds: row.holds || handedOn !== null,
    handedOn: handedOn !== null,
    locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
    outcome: row.outcome ?? (row.expiresAt <= now ? 'expired' : null),
    attendeeToken: own ? linkToken(attendeeId, linkVersion ?? 1) : null,
  }
}

/** What a code stands for while it is good, at a published event; null else. `left` is how many may still come with it. */
export async function codeFor(
  slug: string,
  code: string,
  now = new Date(),
): Promise<{ id: string; label: string; typeId: string | null; left: number; expiresAt: Date } | null> {
  const read = readCode(code)
  if (!read) return null
  const [row] = await db()
    .select({
      id: invitationCodes.id,
      label: invitationCodes.label,
      typeId: invitationCodes.typeId,
      expiresAt: invitationCodes.expiresAt,
      places: seatPools.capacity,
      used: seatPools.taken,
    })
    .from(invitationCodes)
    .innerJoin(events, eq(events.id, invitationCodes.eventId))
    .innerJoin(seatPools, eq(seatPools.id, invitationCodes.id))
    .where(
      and(
        eq(events.slug, slug),
        eq(events.status, 'published'),
        eq(invitationCodes.codeHash, hashCode(read)),
        isNull(invitationCodes.outcome),
      ),
    )
  if (!row || row.expiresAt <= now) return null
  const { places, used, ...rest } = row
  return { ...rest, left: Math.max(0, (places ?? 0) - used) }
}
