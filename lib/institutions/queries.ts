import 'server-only'
import { and, asc, eq, exists, inArray, ne } from 'drizzle-orm'
import { type AnySQLiteColumn, QueryBuilder } from 'drizzle-orm/sqlite-core'
import { type Db, db } from '#db/client'
import { institutionNames, institutions } from '#db/schema/institutions'
import { holdsWords } from '#db/search'
import { countryName } from '#lib/countries/policy'
import { fold, searchWords } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'
import { matchRank, nameFor } from '#lib/institutions/policy'

export type InstitutionChoice = {
  id: string
  /** Name in the reader's language. */
  name: string
  /** The name by which it was found, where that is another one. */
  matched: string | null
  /** City and country, in the reader's language. */
  place: string
  countryCode: string | null
}

/**
 * Institutions of the registry that hold every word of the query in one of their names, in any script; the best first.
 * Those of `countryCode` come before others but never hide them. Public: the registry holds no personal data, and what
 * people proposed stays out until staff confirm it.
 */
export async function findInstitutions(
  query: string,
  options: { locale: Locale; countryCode?: string | undefined; limit?: number },
): Promise<InstitutionChoice[]> {
  const words = searchWords(query)
  if (words.length === 0) return []
  const hits = await db()
    .select({
      id: institutions.id,
      countryCode: institutions.countryCode,
      sortKey: institutions.sortKey,
      folded: institutionNames.folded,
    })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(and(eq(institutions.status, 'active'), holdsWords(institutionNames.folded, words)))
    .orderBy(asc(institutions.sortKey))
    .limit(400)
  const best = new Map<string, { rank: number; here: boolean; order: string }>()
  for (const hit of hits) {
    const rank = Math.min(best.get(hit.id)?.rank ?? 9, matchRank(words.join(' '), [hit.folded]))
    best.set(hit.id, { rank, here: hit.countryCode === options.countryCode, order: hit.sortKey })
  }
  const ids = [...best.entries()]
    .sort(([, a], [, b]) => a.rank - b.rank || Number(b.here) - Number(a.here) || (a.order < b.order ? -1 : 1))
    .slice(0, options.limit ?? 8)
    .map(([id]) => id)
  return choices(ids, options.locale, words)
}

/** The institutions one of whose names is exactly the typed text, folded. */
export async function institutionsNamed(tx: Db, typed: string): Promise<{ id: string; countryCode: string | null }[]> {
  return tx
    .selectDistinct({ id: institutions.id, countryCode: institutions.countryCode })
    .from(institutions)
    .innerJoin(institutionNames, eq(institutionNames.institutionId, institutions.id))
    .where(and(eq(institutions.status, 'active'), eq(institutionNames.folded, fold(typed))))
}

/** Whether nobody has filled the registry yet. */
export async function registryIsEmpty(): Promise<boolean> {
  const rows = await db().select({ id: institutions.id }).from(institutions).limit(1)
  return rows.length === 0
}

/** Whether a participant may name the institution by its id. */
export async function isChoosable(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: institutions.id })
    .from(institutions)
    .where(and(eq(institutions.id, id), ne(institutions.status, 'retired')))
  return rows.length > 0
}

export type InstitutionLabel = { name: string; place: string }

/** Names and places of institutions in the reader's language, by id. */
export async function institutionLabels(
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, InstitutionLabel>> {
  const found = await choices([...new Set(ids)], locale, [])
  return new Map(found.map((choice) => [choice.id, { name: choice.name, place: choice.place }]))
}

/** The condition that one of the institution's names holds every word. For the search of attendees. */
export const institutionHolds = (institutionId: AnySQLiteColumn, words: readonly string[]) =>
  exists(
    new QueryBuilder()
      .select({ id: institutionNames.id })
      .from(institutionNames)
      .where(and(eq(institutionNames.institutionId, institutionId), holdsWords(institutionNames.folded, words))),
  )

async function choices(ids: string[], locale: Locale, words: readonly string[]): Promise<InstitutionChoice[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select({
      id: institutions.id,
      name: institutions.name,
      city: institutions.city,
      countryCode: institutions.countryCode,
    })
    .from(institutions)
    .where(inArray(institutions.id, ids))
  const names = await db()
    .select({
      institutionId: institutionNames.institutionId,
      name: institutionNames.name,
      folded: institutionNames.folded,
      language: institutionNames.language,
      kind: institutionNames.kind,
    })
    .from(institutionNames)
    .where(inArray(institutionNames.institutionId, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const own = names.filter((name) => name.institutionId === id)
    const name = nameFor(locale, row.name, own)
    const shown = fold(name)
    const matched = words.every((word) => shown.includes(word))
      ? null
      : (own.find((other) => words.every((word) => other.folded.includes(word)))?.name ?? null)
    const place = [row.city, row.countryCode && countryName(row.countryCode, locale)].filter(Boolean).join(', ')
    return [{ id, name, matched, place, countryCode: row.countryCode }]
  })
}
