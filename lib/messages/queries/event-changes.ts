import 'server-only'
import { createTranslator } from 'next-intl'
import { whenInWords } from '#lib/events/policy/when'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { changedSince, knownSince, toldOfChangeAt, worthTelling } from '#lib/messages/policy/event-news'
import type { Letter } from '#lib/messages/policy/letter'
import type { Reader } from '#lib/messages/queries/attendee'
import { type EventOfLetter, eventOfLetter } from '#lib/messages/queries/event'
import { newsOf } from '#lib/messages/queries/event-news'

/** What is other with the event than its reader knows, in words: the days and hours, the place. `at` is the moment of the letter; null for a sample. */
export async function eventChanges(
  { registeredAt }: Pick<Reader, 'registeredAt'>,
  event: EventOfLetter,
  locale: Locale,
  at: Date | null,
): Promise<NonNullable<Letter['changes']>> {
  if (!registeredAt) return []
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const entries = await newsOf(event.id)
  const was = worthTelling(changedSince(entries, knownSince(registeredAt, toldOfChangeAt(entries, at)), at), event)
  const old = Object.keys(was).length > 0 ? await eventOfLetter(event.id, locale, was) : null
  if (!old) return []
  const lines = [
    { label: t('fact.when'), before: whenInWords(old, locale), after: whenInWords(event, locale) },
    { label: t('fact.where'), before: old.place.join(', '), after: event.place.join(', ') },
    { label: t('fact.online'), before: old.onlineUrl, after: event.onlineUrl },
  ]
  return lines
    .filter(({ before, after }) => before !== after)
    .map(({ label, before, after }) => ({ label, before: before || t('empty'), after: after || t('empty') }))
}
