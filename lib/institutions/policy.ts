import { fold } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'

export type NameOfInstitution = { name: string; language: string | null; kind: 'official' | 'alias' | 'acronym' }

/** The name to print for a reader: the official one in the language, else the registry's main name. */
export function nameFor(locale: Locale, main: string, names: readonly NameOfInstitution[]): string {
  return names.find((name) => name.kind === 'official' && name.language === locale)?.name ?? main
}

/** What makes two proposals one institution: folded name and country. */
export const proposalKey = (name: string, countryCode: string) => `${countryCode}:${fold(name)}`

/**
 * How well an institution answers a query, lower is better: a name that is the query, one that begins with it, one in which a word does, the rest.
 * Both are folded.
 */
export function matchRank(query: string, foldedNames: readonly string[]): number {
  if (foldedNames.includes(query)) return 0
  if (foldedNames.some((name) => name.startsWith(query))) return 1
  if (foldedNames.some((name) => name.includes(` ${query}`))) return 2
  return 3
}
