import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'

export type Invitee = { email: string; givenName: string; familyName: string }
export type InvitationTerms = {
  /** The capacity in which they are invited; null leaves it to them. */
  typeId: string | null
  locale: Locale
  note: string
  /** Whether a place is held for each until the invitation ends. */
  holds: boolean
  expiresAt: Date
}
export type Skipped = { email: string; why: 'invited' | 'registered' | 'twice' }
/** `not-possible`: the event is not published, or over, or the last day lies behind. */
export type InviteRefusal = { reason: 'not-found' | 'not-possible' } | { reason: 'full'; free: number }

/** Invites people by letter; all who can be, or where places are held for them and there are too few, nobody. For organizers. */
export async function inviteMany(
  _actor: Actor,
  _eventId: string,
  _people: readonly Invitee[],
  _terms: InvitationTerms,
  _now = new Date(),
): Promise<Result<{ invited: string[]; skipped: Skipped[] }, InviteRefusal>> {
  return refuse('not-found')
}
