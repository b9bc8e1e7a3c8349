import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core'

/** Primary key: UUIDv7 text, made by the application. */
export const id = () => text('id').primaryKey()

/** An instant: milliseconds since the epoch in the database, a Date in the program. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** A closed vocabulary, kept by the database too. */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`)
