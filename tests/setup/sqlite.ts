import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { folder } from '#tests/setup/environment'

// A database file of its own for each test file, migrated as the server would.
beforeAll(async () => {
  const [{ connect, transaction }, { open, openSqlite }, { migrateSqlite, migrationsFor }, { ensureCountries }] =
    await Promise.all([
      import('#db/client'),
      import('#db/engines/sqlite'),
      import('#db/migrate'),
      import('#lib/countries/mutations'),
    ])
  const file = join(folder, `${randomUUID()}.db`)
  const writer = open(file)
  migrateSqlite(writer, migrationsFor('sqlite'))
  writer.close()
  connect(openSqlite(file))
  await transaction(ensureCountries)
})

afterAll(async () => {
  const { disconnect } = await import('#db/client')
  await disconnect()
})
