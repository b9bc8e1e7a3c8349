import 'server-only'
import type { Mail } from '#lib/mail/transport'
import { isLetter } from '#lib/messages/policy/kinds'
import { composeSignIn } from '#lib/messages/queries/accounts'
import { composeEarlier } from '#lib/messages/queries/earlier'
import { composeInvitation } from '#lib/messages/queries/invitation'
import { composeMailing } from '#lib/messages/queries/mailing'
import { asksNewAddress, composeNewAddress } from '#lib/messages/queries/new-address'
import { composeRegistration } from '#lib/messages/queries/registration'
import { composeTest } from '#lib/messages/queries/sample'
import { composeTeam } from '#lib/messages/queries/team'
import type { Leased } from '#lib/outbox/mutations'

/**
 * The mail an outbox row stands for, written at this moment from what is known now; null when its person is gone or the facts have overtaken it.
 * A row with a user beside what it is about is a test copy, for the user.
 */
export async function compose(message: Leased, now = new Date()): Promise<Mail | null> {
  const { id, kind, userId, attendeeId, invitationId } = message
  if (kind === 'sign-in') return userId ? composeSignIn({ ...message, userId }) : null
  if (kind === 'team') return composeTeam(id)
  if (kind === 'mailing') return composeMailing(message)
  if (!isLetter(kind)) return null
  if (userId) return composeTest({ ...message, kind, userId }, now)
  if (kind === 'invitation' || kind === 'handover')
    return invitationId ? composeInvitation({ id, kind, invitationId }, now) : null
  if (kind === 'earlier')
    return attendeeId && message.eventId ? composeEarlier({ id, attendeeId, eventId: message.eventId }, now) : null
  if (kind === 'link' && attendeeId && (await asksNewAddress({ id, attendeeId })))
    return composeNewAddress({ id, attendeeId }, now)
  return attendeeId ? composeRegistration({ id, kind, attendeeId }, now) : null
}
