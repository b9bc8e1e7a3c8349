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

/** Words shorter than this have no trigram, and begin half of all names. */
const SHORTEST = 3
const MOST_WORDS = 4

type Where = { countryCode?: string | undefined; limit: number }

/**
 * Institutions in whose names, city or domain each word begins one, at most `limit` of them in no order that means anything. By a full-text index on
 * SQLite, so that a query costs what it finds and not what the registry holds; by looking through the keys on PostgreSQL.
 */
export function institutionsBeginning(words: readonly string[], { countryCode, limit }: Where): SQL {
  if (engineName() !== 'sqlite') {
    const begins = words.map((word) => or(beginsKey(word), holds(institutions.searchKey, ` ${word}`)))
    return and(sql`1 = 1`, ...begins, inCountry(countryCode)) as SQL
  }
  // Short words are in every other key: they only narrow what longer ones find, where there are any. Nor need more than a few be looked up.
  const long = words.filter((word) => word.length >= SHORTEST).toSorted((a, b) => b.length - a.length)
  const asked = (long.length > 0 ? long : words).slice(0, MOST_WORDS)
  const rest = words.filter((word) => !asked.includes(word))
  const match = [...asked.map((word) => `key : "${word}" *`), ...countryWord(countryCode)].join(' AND ')
  return and(inFullText('institution_words', match, limit), holdsWords(institutions.searchKey, rest)) as SQL
}

const beginsKey = (word: string) => like(institutions.searchKey, `${word}%`)

/** Institutions whose search key holds every word anywhere, at most `limit` of them in no order that means anything. */
export function institutionsHolding(words: readonly string[], { countryCode, limit }: Where): SQL {
  const long = words.filter((word) => word.length >= SHORTEST)
  const short = holdsWords(
    institutions.searchKey,
    words.filter((word) => word.length < SHORTEST),
  )
  if (engineName() !== 'sqlite')
    return and(holdsWords(institutions.searchKey, long), short, inCountry(countryCode)) as SQL
  // Two letters are in every other key, and looking through all of them takes long: they are found by beginnings.
  if (long.length === 0) return sql`1 = 0`
  const match = [...long.map((word) => `key : "${word}"`), ...countryWord(countryCode)].join(' AND ')
  return and(inFullText('institution_trigrams', match, limit), short) as SQL
}

/** Institutions, of a country where one is given, that hold some of the words, those that hold the rarest and most first and at most `limit`. */
export function institutionsLike(words: readonly string[], { countryCode, limit }: Where): SQL {
  const long = words.filter((word) => word.length >= SHORTEST)
  if (long.length === 0) return sql`1 = 0`
  if (engineName() !== 'sqlite')
    return and(or(...long.map((word) => holds(institutions.searchKey, word))), inCountry(countryCode)) as SQL
  const any = `(${long.map((word) => `key : "${word}"`).join(' OR ')})`
  return inFullText('institution_trigrams', [any, ...countryWord(countryCode)].join(' AND '), limit, sql`order by rank`)
}

const isCountry = (code: string | undefined): code is string => /^[A-Z]{2}$/.test(code ?? '')
const inCountry = (code: string | undefined) => (isCountry(code) ? eq(institutions.countryCode, code) : undefined)
const countryWord = (code: string | undefined) => (isCountry(code) ? [`country : "country${code.toLowerCase()}"`] : [])

const inFullText = (
  index: 'institution_words' | 'institution_trigrams',
  match: string,
  limit: number,
  order = sql``,
): SQL =>
  sql`${institutions.id} in (select institution_id from institution_search_rows where id in
    (select rowid from ${sql.raw(index)} where ${sql.raw(index)} match ${match} ${order} limit ${limit}))`
