import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { transaction } from '#db/client'
import { ensureSearch } from '#db/ddl/search'
import { open } from '#db/engines/sqlite'
import { migrateSqlite, migrationsFor, pendingMigrations } from '#db/migrate'
import { STARTER } from '#lib/cli/starter'
import { ensureCountries } from '#lib/countries/mutations'
import { env } from '#lib/env'
import { addInstitution } from '#lib/institutions/mutations/add'
import { fillSearchKeys } from '#lib/institutions/mutations/search-key'
import { registryIsEmpty } from '#lib/institutions/queries/find'

/** Creates or migrates the database and fills in what every instance needs. Answers what was done, in words for the terminal. */
export async function prepareDatabase(now: Date): Promise<string[]> {
  const file = env().databaseFile
  const created = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = open(file)
  const applied = migrateSqlite(writer, migrationsFor('sqlite'))
  ensureSearch(writer)
  writer.close()
  const lines =
    applied.length > 0 ? [created ? `made the database ${file}` : `migrated the database: ${applied.join(', ')}`] : []
  await transaction(ensureCountries)
  await fillSearchKeys()
  if (await registryIsEmpty()) {
    for (const entry of STARTER) await transaction((tx) => addInstitution(tx, entry, now))
    lines.push(`put ${STARTER.length} institutions into the registry`)
  }
  return lines
}

/** Whether the database is there and up to date. */
export function isPrepared(): boolean {
  const file = env().databaseFile
  if (!existsSync(file)) return false
  const reader = open(file, { readonly: true })
  try {
    return pendingMigrations(reader, migrationsFor('sqlite')).length === 0
  } finally {
    reader.close()
  }
}
