import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, inject } from 'vitest'
import '#tests/setup/environment'

// PostgreSQL in the test process, with the DDL generated from the same schema.
beforeAll(async () => {
  const [{ connect, transaction }, { openPostgresql }, { ensureCountries }] = await Promise.all([
    import('#db/client'),
    import('#db/engines/postgresql'),
    import('#lib/countries/mutations'),
  ])
  const connection = new PGlite({ loadDataDir: new Blob([readFileSync(inject('pgliteImage'))]) })
  connect(openPostgresql(connection))
  await transaction(ensureCountries)
}, 60_000)

afterAll(async () => {
  const { disconnect } = await import('#db/client')
  await disconnect()
})
