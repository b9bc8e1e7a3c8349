import { and, like, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * Every word occurs somewhere in the folded column. The one place that knows how an engine searches text.
 * @param words folded words, see `searchWords`; none matches every row
 */
export function holdsWords(column: AnySQLiteColumn, words: readonly string[]): SQL {
  return and(sql`1 = 1`, ...words.map((word) => holds(column, word))) as SQL
}

/** The folded text occurs in the folded column. Folding leaves no `%`, `_` or `\` that would need escaping. */
export const holds = (column: AnySQLiteColumn, folded: string): SQL => like(column, `%${folded}%`)
