import 'server-only'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { invitations } from '#db/schema/invitations'
import { fullName } from '#lib/attendees/policy'
import { invitationToken } from '#lib/auth/link'
import { env } from '#lib/env'
import { typesOf } from '#lib/events/queries/event'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import { assembled, type Particulars } from '#lib/messages/policy/assemble'
import { calledIn } from '#lib/messages/policy/name'
import { dressed } from '#lib/messages/queries/dressed'
import { type EventOfLetter, eventOfLetter } from '#lib/messages/queries/event'
import { moment } from '#lib/messages/queries/particulars'
import { giverOf } from '#lib/messages/queries/reasons'
import { wordingFor } from '#lib/messages/queries/wording'

type Invitation = {
  givenName: string
  familyName: string
  typeId: string | null
  note: string
  holds: boolean
  expiresAt: Date
}

/** The letter that invites somebody, for an organizer or for a colleague who gives the place; null once the invitation has ended. */
export async function composeInvitation(
  { id, kind, invitationId }: { id: string; kind: 'invitation' | 'handover'; invitationId: string },
  now: Date,
): Promise<Mail | null> {
  const [row] = await db()
    .select({
      eventId: invitations.eventId,
      email: invitations.email,
      givenName: invitations.givenName,
      familyName: invitations.familyName,
      locale: invitations.locale,
      typeId: invitations.typeId,
      note: invitations.note,
      holds: invitations.holds,
      expiresAt: invitations.expiresAt,
      linkVersion: invitations.linkVersion,
      outcome: invitations.outcome,
    })
    .from(invitations)
    .where(eq(invitations.id, invitationId))
  if (!row || row.outcome || row.expiresAt <= now) return null
  const locale: Locale = isLocale(row.locale) ? row.locale : DEFAULT_LOCALE
  const event = await eventOfLetter(row.eventId, locale)
  if (!event) return null
  const giver = kind === 'handover' ? await giverOf(invitationId) : null
  const url = `${env().url}/i/${invitationToken(invitationId, row.linkVersion)}`
  const particulars = await invited(kind, row, event, locale, url, giver ? calledIn(locale, giver) : '')
  const letter = assembled(await wordingFor(event.id, kind, locale), event, particulars, locale)
  return { id, to: row.email, ...dressed(letter), ...(event.contactEmail && { replyTo: event.contactEmail }) }
}

/** What an invitation tells its reader alone. */
export async function invited(
  kind: 'invitation' | 'handover',
  invitation: Invitation,
  event: EventOfLetter,
  locale: Locale,
  url: string,
  giver: string,
): Promise<Particulars> {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const until = moment(invitation.expiresAt, event, locale)
  const types = invitation.typeId ? await typesOf(event.id, locale, event.defaultLocale) : []
  const type = types.find(({ id }) => id === invitation.typeId)?.name
  const name = fullName(invitation) || t('invitation.nobody')
  return {
    values: { name, until, link: url, giver },
    ...(invitation.note && {
      quote: { label: giver ? t('handover.note', { giver }) : t('reason'), text: invitation.note },
    }),
    notes: kind === 'invitation' ? [t(invitation.holds ? 'invitation.holds' : 'invitation.stands', { until })] : [],
    link: { label: t(`${kind}.link`), url },
    facts: type ? [{ label: t('field.typeId'), value: type }] : [],
    closing: [t('fromInvited', { event: event.title.text })],
  }
}
