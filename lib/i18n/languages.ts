import type { Locale } from '#lib/i18n/locales'

/** What ICU calls otherwise than the people who speak the language. */
const OWN: Partial<Record<Locale, Record<string, string>>> = { ru: { ky: 'кыргызский' } }

const names = new Map<Locale, Intl.DisplayNames>()

/** A language by its BCP 47 tag, in the reader's language: `Kyrgyz`, `кыргызский`. An unknown tag comes back as it is. */
export function languageName(tag: string, locale: Locale): string {
  let known = names.get(locale)
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: 'language' })
    names.set(locale, known)
  }
  return OWN[locale]?.[tag] ?? known.of(tag) ?? tag
}
