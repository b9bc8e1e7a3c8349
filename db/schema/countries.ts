import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** ISO 3166-1 alpha-2. Names come from CLDR, see lib/countries. */
export const countries = sqliteTable('countries', { code: text('code').primaryKey() })
