import 'server-only'
import { and, asc, eq, exists, inArray, isNull, ne, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import { type Db, db } from '#db/client'
import type { IdentifierScheme, InstitutionStatus } from '#db/enums'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { beginsWith, holdsWords, institutionsBeginning, institutionsHolding, institutionsLike } from '#db/search'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { fold, searchWords } from '#lib/fold'
import type { Locale } from '#lib/i18n/locales'
import { likeness } from '#lib/institutions/policy/likeness'
import { bestFew, type Candidate, ranked } from '#lib/institutions/policy/match'
import { namesIn } from '#lib/institutions/policy/name'
import { type InstitutionChoice, institutionChoices } from '#lib/institutions/queries/labels'

/** How many are looked at to find the best few; in each of: those whose name begins so, those of the country, all. */
const CANDIDATES = 120

/**
 * Institutions of the registry that hold every word of the query in their names, city or domain, in any script; the best first.
 * Those of `countryCode` come before others but never hide them. Public: the registry holds no personal data, and what
 * people proposed stays out until staff confirm it.
 */
export async function findInstitutions(
  query: string,
  options: { locale: Locale; countryCode?: string | undefined; limit?: number },
): Promise<InstitutionChoice[]> {
  const words = searchWords(query)
  if (words.length === 0) return []
  const limit = options.limit ?? 8
  const countryCode = COUNTRY_CODES.find((code) => code === options.countryCode)
  const best = bestFew(await found(words, 'active', countryCode, limit), countryCode, limit)
  const choices = await institutionChoices(
    best.map(({ id }) => id),
    options.locale,
    query,
  )
  return choices.map(({ asked: _, ...choice }) => choice)
}

/** The ids of all institutions of a status that a query finds (at most a few hundred), the best first. For the registry; of the country alone where one is given. */
export async function searched(query: string, status: InstitutionStatus, countryCode?: string): Promise<string[]> {
  const words = searchWords(query)
  if (words.length === 0) return []
  const all = status === 'active' ? await found(words, status, countryCode) : await foundAmongFew(words, status)
  return all.filter((one) => !countryCode || one.countryCode === countryCode).map(({ id }) => id)
}

const SUGGESTIONS = 5
const LIKE_ENOUGH = 0.4

/** Institutions that stand in the registry and are called alike, the likest first; one in the same country counts as liker. */
export async function likely(id: string): Promise<{ id: string; likeness: number }[]> {
  const [self] = await db().select(candidate).from(institutions).where(eq(institutions.id, id))
  if (!self) return []
  const words = [...new Set(namesIn(self.searchKey).flatMap((name) => name.split(' ')))]
  const alike = { countryCode: self.countryCode ?? undefined, limit: CANDIDATES }
  const near = await db().select(candidate).from(institutions).where(institutionsLike(words, alike)).limit(CANDIDATES)
  // In other countries, only those that begin with the same words: a whole registry of common words takes long.
  const far = await beginning(namesIn(self.searchKey)[0]?.split(' ').slice(0, 3) ?? [])
  const rows = [...new Map([...near, ...far].map((row) => [row.id, row])).values()]
  return rows
    .filter((row) => row.id !== id && row.status === 'active' && row.mergedIntoId === null)
    .map((row) => ({
      id: row.id,
      likeness: likeness(self.searchKey, row.searchKey),
      here: row.countryCode === self.countryCode,
    }))
    .filter((row) => row.likeness >= LIKE_ENOUGH)
    .sort((a, b) => b.likeness + Number(b.here) * 0.2 - a.likeness - Number(a.here) * 0.2)
    .slice(0, SUGGESTIONS)
    .map(({ id, likeness }) => ({ id, likeness }))
}

/**
 * All that a query finds, the best first: names that begin so, and those in which each word begins one, in the country and elsewhere; what only
 * holds the words somewhere is looked for where nothing begins so, or when all is wanted. Without a country, names that begin so are `enough`.
 */
async function found(
  words: readonly string[],
  status: InstitutionStatus,
  countryCode: string | undefined,
  enough = Number.POSITIVE_INFINITY,
): Promise<Candidate[]> {
  const those = (one: Found) => one.status === status && one.mergedIntoId === null
  const begin = (await beginning(words)).filter(those)
  const here = countryCode ? (await wordsBeginning(words, countryCode)).filter(those) : []
  const rest = countryCode || begin.length < enough ? (await wordsBeginning(words)).filter(those) : []
  const all = new Map([...begin, ...here, ...rest].map((one) => [one.id, one]))
  if (all.size === 0 || enough === Number.POSITIVE_INFINITY)
    for (const one of [...(countryCode ? await holding(words, countryCode) : []), ...(await holding(words))])
      if (those(one)) all.set(one.id, one)
  return ranked([...all.values()], words, countryCode)
}

/** What is proposed or retired is little beside the registry: looked through whole. */
async function foundAmongFew(words: readonly string[], status: InstitutionStatus): Promise<Candidate[]> {
  const rows = await db()
    .select(candidate)
    .from(institutions)
    .where(
      and(
        eq(institutions.status, status),
        isNull(institutions.mergedIntoId),
        holdsWords(institutions.searchKey, words),
      ),
    )
    .orderBy(asc(institutions.sortKey))
    .limit(1000)
  return ranked(rows, words, undefined)
}

type Found = Candidate & { status: InstitutionStatus; mergedIntoId: string | null }
const candidate = {
  // Filtered by status afterwards: the planner would rather go through the status index than through what was found.
  status: institutions.status,
  mergedIntoId: institutions.mergedIntoId,
  id: institutions.id,
  searchKey: institutions.searchKey,
  sortKey: institutions.sortKey,
  countryCode: institutions.countryCode,
}

/** Those one of whose names begins with the query: found by the index on names, so that an exact name is never among too many. */
async function beginning(words: readonly string[]): Promise<Found[]> {
  const rows = await db()
    .select({ id: heir })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(beginsWith(institutionNames.folded, words.join(' ')))
    .orderBy(asc(institutionNames.folded))
    .limit(CANDIDATES)
  const ids = [...new Set(rows.map((row) => row.id))]
  if (ids.length === 0) return []
  return db().select(candidate).from(institutions).where(inArray(institutions.id, ids))
}

function wordsBeginning(words: readonly string[], countryCode?: string): Promise<Found[]> {
  return db()
    .select(candidate)
    .from(institutions)
    .where(institutionsBeginning(words, { countryCode, limit: CANDIDATES }))
    .limit(CANDIDATES)
}

function holding(words: readonly string[], countryCode?: string): Promise<Found[]> {
  return db()
    .select(candidate)
    .from(institutions)
    .where(institutionsHolding(words, { countryCode, limit: CANDIDATES }))
    .limit(CANDIDATES)
}

const standing = alias(institutions, 'standing')

/** The institution that stands for one: itself unless it was merged. */
const heir = sql<string>`coalesce(${institutions.mergedIntoId}, ${institutions.id})`

/** The institutions one of whose names is exactly the typed text, folded. */
export async function institutionsNamed(tx: Db, typed: string): Promise<{ id: string; countryCode: string | null }[]> {
  const named = await tx
    .selectDistinct({ id: heir })
    .from(institutions)
    .innerJoin(institutionNames, eq(institutionNames.institutionId, institutions.id))
    .where(eq(institutionNames.folded, fold(typed)))
  if (named.length === 0) return []
  return tx
    .select({ id: institutions.id, countryCode: institutions.countryCode })
    .from(institutions)
    .where(
      and(
        inArray(
          institutions.id,
          named.map((row) => row.id),
        ),
        eq(institutions.status, 'active'),
        isNull(institutions.mergedIntoId),
      ),
    )
}

/** Those that stand in the registry under exactly this name, folded; of the country alone where one is given. */
export async function namesakes(name: string, countryCode: string): Promise<string[]> {
  const named = await institutionsNamed(db(), name)
  return named.filter((one) => !countryCode || one.countryCode === countryCode).map((one) => one.id)
}

/** The institution that has an identifier, or null. */
export async function institutionBy(reader: Db, scheme: IdentifierScheme, value: string): Promise<string | null> {
  const [row] = await reader
    .select({ id: institutionIdentifiers.institutionId })
    .from(institutionIdentifiers)
    .where(and(eq(institutionIdentifiers.scheme, scheme), eq(institutionIdentifiers.value, value)))
  return row?.id ?? null
}

/** The institution a participant names by its id: that one, or the one it was merged into since; null when it may not be named. */
export async function choosable(tx: Db, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: standing.id })
    .from(institutions)
    .innerJoin(standing, eq(standing.id, heir))
    .where(and(eq(institutions.id, id), ne(standing.status, 'retired')))
  return row?.id ?? null
}

/** The condition that an institution holds every word in its names, city or domains. For the search of attendees. */
export const institutionHolds = (institutionId: AnySQLiteColumn, words: readonly string[]) =>
  exists(
    new QueryBuilder()
      .select({ id: institutions.id })
      .from(institutions)
      .where(and(eq(institutions.id, institutionId), holdsWords(institutions.searchKey, words))),
  )
