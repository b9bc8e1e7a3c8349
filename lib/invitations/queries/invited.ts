import 'server-only'
import type { InvitationOutcome } from '#db/enums'
import type { Locale } from '#lib/i18n/locales'

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
  expiresAt: Date
  /** One that has run out is `expired`, whether or not the clock has noticed. */
  outcome: InvitationOutcome | null
  /** Of the registration that was made with it. */
  attendeeToken: string | null
}

/** The invitation that a link is for, or null. */
export async function invitationOf(_token: string, _now = new Date()): Promise<Invited | null> {
  return null
}

/** What a code stands for while it is good, at a published event; null else. `left` is how many may still come with it. */
export async function codeFor(
  _slug: string,
  _code: string,
  _now = new Date(),
): Promise<{ id: string; label: string; typeId: string | null; left: number } | null> {
  return null
}
