import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { transaction } from '#db/client'
import { open } from '#db/engines/sqlite'
import { migrateSqlite, migrationsFor, pendingMigrations } from '#db/migrate'
import { system } from '#lib/auth/actor'
import { curatedEntries, EDITION, type StarterEntry, worldEntries } from '#lib/cli/starter/read'
import { ensureCountries } from '#lib/countries/mutations'
import { env } from '#lib/env'
import { fillSearchKeys } from '#lib/institutions/mutations/search-key'
import { addStarter, noteStarter } from '#lib/institutions/mutations/starter'
import { wasLoaded } from '#lib/institutions/queries/starter'

/** Creates or migrates the database and fills in what every instance needs. Answers what was done, in words for the terminal. */
export async function prepareDatabase(now: Date): Promise<string[]> {
  const file = env().databaseFile
  const created = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = open(file)
  const applied = migrateSqlite(writer, migrationsFor('sqlite'))
  writer.close()
  const lines =
    applied.length > 0 ? [created ? `made the database ${file}` : `migrated the database: ${applied.join(', ')}`] : []
  await transaction(ensureCountries)
  await fillSearchKeys()
  if (!(await wasLoaded(EDITION))) {
    const added = (await load(curatedEntries(), 'curated', now)) + (await load(worldEntries(), 'domains', now))
    await noteStarter(system('starter'), EDITION, added, now)
    lines.push(`put ${added} institutions into the registry`)
  }
  return lines
}

const BATCH = 200

async function load(entries: StarterEntry[], source: 'curated' | 'domains', now: Date): Promise<number> {
  let added = 0
  for (let i = 0; i < entries.length; i += BATCH) {
    const result = await addStarter(system('starter'), entries.slice(i, i + BATCH), source, now)
    if (result.ok) added += result.value
  }
  return added
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
