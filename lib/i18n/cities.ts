import type { Locale } from '#lib/i18n/locales'

/** The city in the reader's language. */
export const cityName = (city: string, _countryCode: string | null, _locale: Locale): string => city
