import { createTranslator } from 'next-intl'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

type ByLocale = Partial<Record<Locale, string>>

/** The attendee types a new event begins with. */
export const defaultTypes = (locales: readonly Locale[]): ByLocale[] => [
  inEach(locales, (locale) => words(locale)('life.defaults.types.participant')),
  inEach(locales, (locale) => words(locale)('life.defaults.types.speaker')),
]

/** A privacy notice that says what Serai keeps. Organizers are asked to make it theirs. */
export const defaultNotice = (locales: readonly Locale[]): ByLocale =>
  inEach(locales, (locale) => words(locale)('life.defaults.notice'))

const inEach = (locales: readonly Locale[], word: (locale: Locale) => string): ByLocale =>
  Object.fromEntries(locales.map((locale) => [locale, word(locale)]))

const words = (locale: Locale) => createTranslator({ locale, messages: messagesIn(locale), namespace: 'setup' })
