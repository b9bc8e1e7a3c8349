import 'server-only'
import { and, eq } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { outbox } from '#db/schema/outbox'
import { newAddressLink } from '#lib/attendees/policy/new-address'
import { askedAddress } from '#lib/attendees/queries/new-address'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import { assembled } from '#lib/messages/policy/assemble'
import { calledIn } from '#lib/messages/policy/name'
import { attendeeOfLetter } from '#lib/messages/queries/attendee'
import { dressed } from '#lib/messages/queries/dressed'
import { eventOfLetter } from '#lib/messages/queries/event'

/** Whether a message asks the owner of a new address: it was put into the outbox by the same act. */
export async function asksNewAddress(message: { id: string; attendeeId: string }): Promise<boolean> {
  const rows = await db()
    .select({ id: outbox.id })
    .from(outbox)
    .innerJoin(auditEntries, and(eq(auditEntries.subjectId, outbox.attendeeId), eq(auditEntries.at, outbox.createdAt)))
    .where(and(eq(outbox.id, message.id), eq(auditEntries.verb, 'attendee.ask-address')))
  return rows.length > 0
}

/** The letter to a new address, with a link that opens nothing of the registration; null when another was asked for since. */
export async function composeNewAddress(message: { id: string; attendeeId: string }, now: Date): Promise<Mail | null> {
  const reader = await attendeeOfLetter(message.attendeeId)
  const asked = await askedAddress(message.attendeeId, now)
  if (!reader || !asked) return null
  const locale: Locale = isLocale(reader.locale) ? reader.locale : DEFAULT_LOCALE
  const event = await eventOfLetter(reader.eventId, locale)
  if (!event) return null
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const wording = {
    subject: String(t.raw('newAddress.subject')),
    body: `${t.raw('greeting')}\n\n${t.raw('newAddress.body')}`,
  }
  const letter = assembled(
    wording,
    event,
    {
      values: { name: calledIn(locale, reader), email: asked.email },
      link: { label: t('newAddress.link'), url: newAddressLink(asked) },
      facts: [],
      closing: [t('fromInvited', { event: event.title.text })],
    },
    locale,
  )
  const replyTo = event.contactEmail && { replyTo: event.contactEmail }
  return { id: message.id, to: asked.email, ...dressed(letter), ...replyTo }
}
