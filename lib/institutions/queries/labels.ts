import 'server-only'
import { eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '#db/client'
import type { RegistrySource } from '#db/enums'
import { institutionNames, institutions } from '#db/schema/institutions'
import { countryName } from '#lib/countries/policy'
import { fold, searchWords } from '#lib/fold'
import { cityName } from '#lib/i18n/cities'
import type { Locale } from '#lib/i18n/locales'
import { matchedName, nameFor } from '#lib/institutions/policy/name'

export type InstitutionChoice = {
  id: string
  /** Name in the reader's language. */
  name: string
  /** The name by which it was found, where that is another one. */
  matched: string | null
  /** In the reader's language; empty when it is not known. */
  city: string
  /** City and country, in the reader's language. */
  place: string
  countryCode: string | null
}

export type InstitutionLabel = { name: string; city: string; place: string }

/** Names and places of institutions in the reader's language, by id. A merged one is called by the name of the one that stands for it. */
export async function institutionLabels(
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, InstitutionLabel>> {
  const found = await institutionChoices([...new Set(ids)], locale)
  return new Map(found.map((choice) => [choice.asked, { name: choice.name, city: choice.city, place: choice.place }]))
}

/** Institutions as a list offers them for a query, in the order of their ids. `asked` is the id asked for, `id` the one that stands for it. */
export async function institutionChoices(
  ids: readonly string[],
  locale: Locale,
  query = '',
): Promise<(InstitutionChoice & { asked: string })[]> {
  if (ids.length === 0) return []
  const words = searchWords(query)
  const asked = alias(institutions, 'asked')
  const rows = await db()
    .select({
      asked: asked.id,
      id: institutions.id,
      name: institutions.name,
      city: institutions.city,
      countryCode: institutions.countryCode,
    })
    .from(asked)
    .innerJoin(institutions, or(eq(institutions.id, asked.mergedIntoId), eq(institutions.id, asked.id)))
    .where(inArray(asked.id, [...ids]))
  // A merged one joins both itself and its heir: the heir counts.
  const byAsked = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!byAsked.has(row.asked) || row.id !== row.asked) byAsked.set(row.asked, row)
  const heirs = [...new Set([...byAsked.values()].map((row) => row.id))]
  const names = await namesOf(heirs)
  return ids.flatMap((id) => {
    const row = byAsked.get(id)
    if (!row) return []
    const own = names.filter((name) => name.standsFor === row.id)
    const name = nameFor(
      locale,
      row.name,
      own.filter((other) => other.institutionId === row.id),
    )
    const shown = fold(name)
    const matched = words.every((word) => shown.includes(word)) ? null : matchedName(own, query, words)
    const { asked: _, ...rest } = row
    const country = row.countryCode && countryName(row.countryCode, locale)
    const city = cityName(row.city, row.countryCode, locale)
    const place = [city, country].filter(Boolean).join(', ')
    return [{ ...rest, city, asked: id, name, matched, place }]
  })
}

/** Of two official names in one language, whose is printed. */
const TRUSTED: readonly RegistrySource[] = ['staff', 'curated', 'ror', 'participant', 'domains']

/** The names of institutions and of those merged into them. */
async function namesOf(ids: string[]) {
  const rows = await db()
    .select({
      institutionId: institutionNames.institutionId,
      mergedIntoId: institutions.mergedIntoId,
      name: institutionNames.name,
      folded: institutionNames.folded,
      language: institutionNames.language,
      kind: institutionNames.kind,
      source: institutionNames.source,
    })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(or(inArray(institutions.id, ids), inArray(institutions.mergedIntoId, ids)))
  const order = (row: { source: RegistrySource }) => TRUSTED.indexOf(row.source)
  rows.sort((a, b) => order(a) - order(b))
  return rows.map(({ mergedIntoId, ...row }) => ({ ...row, standsFor: mergedIntoId ?? row.institutionId }))
}
