import { fold } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'
import type { Entry, EntryName } from '#lib/institutions/schema/entry'

export type NameOfInstitution = { name: string; language: string | null; kind: 'official' | 'alias' | 'acronym' }

/** The name to print for a reader: the official one in the language, else the registry's main name. */
export function nameFor(locale: Locale, main: string, names: readonly NameOfInstitution[]): string {
  return names.find((name) => name.kind === 'official' && name.language === locale)?.name ?? main
}

/** The name that holds every folded word of a query: the one in the query's own script first, then the shortest. */
export function matchedName(
  names: readonly { name: string; folded: string }[],
  query: string,
  words: readonly string[],
): string | null {
  const sameScript = ({ name }: { name: string }) => Number(CYRILLIC.test(name) === CYRILLIC.test(query))
  const holding = names.filter(({ folded }) => words.every((word) => folded.includes(word)))
  holding.sort((a, b) => sameScript(b) - sameScript(a) || a.name.length - b.name.length)
  return holding[0]?.name ?? null
}

const CYRILLIC = /\p{Script=Cyrillic}/u

/** An entry's names with its main one, which is official in that language where it does not stand among them. */
export const allNames = ({ name, names }: Pick<Entry, 'name' | 'names'>, language: string | null): EntryName[] =>
  names.some((one) => one.name === name) ? names : [{ name, language, kind: 'official' }, ...names]

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
