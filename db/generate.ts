/**
 * Writes the next migration of both engines from the one schema: `npm run db:generate -- NAME`.
 * Beside each migration stands a snapshot of the schema it leads to, from which the next is computed.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as kit from 'drizzle-kit/api'
import { postgresqlTables } from '#db/ddl/postgresql'
import { tables } from '#db/ddl/tables'
import { STATEMENT_BREAK } from '#db/migrate'

const name = process.argv[2]?.replace(/[^a-z0-9]+/gi, '-').toLowerCase()
if (!name) {
  console.error('Name the migration: npm run db:generate -- add-phones')
  process.exit(1)
}

const empty = { sqlite: () => kit.generateSQLiteDrizzleJson({}), postgresql: () => kit.generateDrizzleJson({}) }
await write('sqlite', await kit.generateSQLiteDrizzleJson(tables), (before, after) =>
  kit.generateSQLiteMigration(before as never, after as never),
)
await write('postgresql', kit.generateDrizzleJson(postgresqlTables(tables)), (before, after) =>
  kit.generateMigration(before as never, after as never),
)

async function write(
  engine: 'sqlite' | 'postgresql',
  after: object,
  difference: (before: object, after: object) => Promise<string[]>,
): Promise<void> {
  const folder = join(import.meta.dirname, 'migrations', engine)
  mkdirSync(folder, { recursive: true })
  const last = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  const before = last ? JSON.parse(readFileSync(join(folder, last), 'utf8')) : await empty[engine]()
  const statements = (await difference(before, after)).flatMap((statement) => copyingWhatIsThere(statement, before))
  if (statements.length === 0) return console.log(`${engine}: nothing has changed`)
  const number = String(last ? Number(last.slice(0, 4)) + 1 : 1).padStart(4, '0')
  const file = join(folder, `${number}-${name}`)
  writeFileSync(`${file}.sql`, `${statements.join(`\n${STATEMENT_BREAK}\n`)}\n`)
  writeFileSync(`${file}.json`, `${JSON.stringify(after, null, 1)}\n`)
  console.log(`${engine}: wrote ${number}-${name}.sql, ${statements.length} statements`)
}

type Snapshot = { tables?: Record<string, { columns: Record<string, unknown> }> }

/**
 * drizzle-kit rebuilds a SQLite table by copying every column of the new one, also those the old one lacks, and turns foreign keys off
 * where that does nothing (within the transaction; `migrateSqlite` does it around). Copies what is there; the rest has defaults.
 */
function copyingWhatIsThere(statement: string, before: Snapshot): string[] {
  if (/^PRAGMA foreign_keys/i.test(statement)) return []
  const copy = /^INSERT INTO (\S+?)\((.*)\) SELECT (.*) FROM `(.+)`;$/s.exec(statement)
  if (!copy) return [statement]
  const [, target, , columns = '', table = ''] = copy
  const there = Object.keys(before.tables?.[table]?.columns ?? {})
  const kept = columns.split(', ').filter((column) => there.includes(column.replaceAll('"', '')))
  return [`INSERT INTO ${target}(${kept.join(', ')}) SELECT ${kept.join(', ')} FROM \`${table}\`;`]
}
