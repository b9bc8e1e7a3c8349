import { fold } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'

export type NameOfInstitution = { name: string; language: string | null; kind: 'official' | 'alias' | 'acronym' }

/** The name to print for a reader: the official one in the language, else the registry's main name. */
export function nameFor(locale: Locale, main: string, names: readonly NameOfInstitution[]): string {
  return names.find((name) => name.kind === 'official' && name.language === locale)?.name ?? main
}

/** What makes two proposals one institution: folded name and country. */
export const proposalKey = (name: string, countryCode: string) => `${countryCode}:${fold(name)}`

const BAR = '|'

/**
 * What the search looks through: every folded name between bars (folding leaves none), so that names stay apart, and behind the last bar
 * the city and the domains, by which people search too.
 */
export function searchKeyOf(names: readonly string[], city: string, domains: readonly string[]): string {
  const folded = [...new Set(names.map(fold).filter(Boolean))]
  return `${BAR}${folded.join(BAR)}${BAR}${[fold(city), ...domains].filter(Boolean).join(' ')}`
}

/** The folded names a search key holds. */
export const namesIn = (searchKey: string): string[] => searchKey.split(BAR).slice(1, -1)
