import { rmSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll } from 'vitest'
import { folder } from '#tests/setup/environment'

// PostgreSQL in the test process, with the DDL generated from the same schema.
beforeAll(async () => {
  const [{ connect, transaction }, { openPostgresql }, { migratePostgresql, migrationsFor }, { ensureCountries }] =
    await Promise.all([
      import('#db/client'),
      import('#db/engines/postgresql'),
      import('#db/migrate'),
      import('#lib/countries/mutations'),
    ])
  const connection = new PGlite()
  await migratePostgresql(connection, migrationsFor('postgresql'))
  connect(openPostgresql(connection))
  await transaction(ensureCountries)
}, 60_000)

afterAll(async () => {
  const { disconnect } = await import('#db/client')
  await disconnect()
  rmSync(folder, { recursive: true, force: true })
})
