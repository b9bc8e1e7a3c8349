import { createTranslator } from 'next-intl'
import type { ListVisibility } from '#db/enums'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

/** The sentence beside the box that puts somebody into a list, in a language. */
export function listSentence(visibility: Exclude<ListVisibility, 'nobody'>, locale: Locale): string {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'registration.form' })
  return t(`listed.${visibility}`)
}

/**
 * The sentences that speak of a public list. A consent holds only to what it said: whoever agreed in other words, also
 * in words since rewritten, is not named to the public.
 */
export const publicSentences = (): string[] => LOCALES.map((locale) => listSentence('public', locale))
