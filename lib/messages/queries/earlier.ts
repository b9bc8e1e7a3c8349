import 'server-only'
import { eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { EARLIER_MS, earlierLink } from '#lib/attendees/policy/earlier-link'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import { assembled } from '#lib/messages/policy/assemble'
import { calledIn } from '#lib/messages/policy/name'
import { attendeeOfLetter } from '#lib/messages/queries/attendee'
import { dressed } from '#lib/messages/queries/dressed'
import { eventOfLetter } from '#lib/messages/queries/event'
import { moment } from '#lib/messages/queries/particulars'
import { wordingFor } from '#lib/messages/queries/wording'

/** The letter with a link to an event's form that is filled in with what its reader gave at an earlier one; null once that link has run out. */
export async function composeEarlier(
  message: { id: string; attendeeId: string; eventId: string },
  now: Date,
): Promise<Mail | null> {
  const { id, attendeeId, eventId } = message
  const reader = await attendeeOfLetter(attendeeId)
  const [row] = await db().select({ createdAt: outbox.createdAt }).from(outbox).where(eq(outbox.id, id))
  if (!reader || !row) return null
  const until = new Date(row.createdAt.getTime() + EARLIER_MS)
  const locale: Locale = isLocale(reader.locale) ? reader.locale : DEFAULT_LOCALE
  const event = await eventOfLetter(eventId, locale)
  if (!event || now >= until) return null
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const url = earlierLink({ attendeeId, linkVersion: reader.linkVersion, eventId, slug: event.slug, until })
  const letter = assembled(
    await wordingFor(eventId, 'earlier', locale),
    event,
    {
      values: { name: calledIn(locale, reader), link: url, code: '' },
      link: { label: t('earlier.link'), url },
      facts: [{ label: t('fact.valid'), value: moment(until, event, locale) }],
      closing: [t('fromInvited', { event: event.title.text })],
    },
    locale,
  )
  return { id, to: reader.email, ...dressed(letter), ...(event.contactEmail && { replyTo: event.contactEmail }) }
}
