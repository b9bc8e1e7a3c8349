/** The languages Serai speaks. The first is the fallback. */
export const LOCALES = ['en', 'ru'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'
export const LOCALE_COOKIE = 'serai-language'

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)
