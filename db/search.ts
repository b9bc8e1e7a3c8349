import { and, eq, like, or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { engineName } from '#db/client'
import { institutions } from '#db/schema/institutions'

/** The one place that knows how an engine searches text. */

/**
 * Every word occurs somewhere in the folded column.
 * @param words folded words, see `searchWords`; none matches every row
 */
export function holdsWords(column: AnySQLiteColumn, words: readonly string[]): SQL {
  return and(sql`1 = 1`, ...words.map((word) => holds(column, word))) as SQL
}

/** The folded text occurs in the folded column. Folding leaves no `%`, `_` or `\` that would need escaping. */
export const holds = (column: AnySQLiteColumn, folded: string): SQL => like(column, `%${folded}%`)

/** The folded column begins with the folded text. Uses the column's index on both engines. */
export const beginsWith = (column: AnySQLiteColumn, folded: string): SQL =>
  sql`${column} >= ${folded} and ${column} < ${`${folded}\u{10FFFF}`}`

/** Words shorter than this have no trigram: they only narrow what longer ones find. */
const SHORTEST = 3

/**
 * Institutions whose search key holds every word, at most `limit` of them in no order that means anything: with a full-text index on SQLite (a
 * query costs what it finds, not what the registry holds), by looking through the keys on PostgreSQL.
 */
export function institutionsHolding(
  words: readonly string[],
  { countryCode, limit }: { countryCode?: string | undefined; limit: number },
): SQL {
  const long = words.filter((word) => word.length >= SHORTEST)
  const short = holdsWords(
    institutions.searchKey,
    words.filter((word) => word.length < SHORTEST),
  )
  if (engineName() !== 'sqlite') {
    const here = countryCode ? eq(institutions.countryCode, countryCode) : undefined
    return and(holdsWords(institutions.searchKey, long), short, here) as SQL
  }
  // Two letters are in every other key, and looking through all of them takes long: see `beginsWith`.
  if (long.length === 0) return sql`1 = 0`
  const match = [
    ...long.map((word) => `key : "${word}"`),
    ...(countryCode && /^[A-Z]{2}$/.test(countryCode) ? [`country : "cc:${countryCode.toLowerCase()}"`] : []),
  ].join(' AND ')
  return and(inFullText(match, limit), short) as SQL
}

/** Institutions, of a country where one is given, that hold some of the words, those that hold the rarest and most first and at most `limit`. */
export function institutionsLike(
  words: readonly string[],
  { countryCode, limit }: { countryCode?: string | undefined; limit: number },
): SQL {
  const long = words.filter((word) => word.length >= SHORTEST)
  if (long.length === 0) return sql`1 = 0`
  const here = countryCode && /^[A-Z]{2}$/.test(countryCode) ? countryCode : undefined
  if (engineName() !== 'sqlite')
    return and(
      or(...long.map((word) => holds(institutions.searchKey, word))),
      here ? eq(institutions.countryCode, here) : undefined,
    ) as SQL
  const any = `(${long.map((word) => `key : "${word}"`).join(' OR ')})`
  return inFullText(here ? `${any} AND country : "cc:${here.toLowerCase()}"` : any, limit, sql`order by rank`)
}

const inFullText = (match: string, limit: number, order = sql``): SQL =>
  sql`${institutions.id} in (select institution_id from institution_search_rows where id in
    (select rowid from institution_search where institution_search match ${match} ${order} limit ${limit}))`
