import { is, SQL } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * The PostgreSQL form of the tables, derived from the one schema: `integer` becomes `bigint`, `real` `double precision`,
 * `blob` `bytea`; names, keys, checks and indexes stay. Used to write DDL alone; queries use the SQLite tables on both engines.
 */
export function postgresqlTables(tables: Record<string, unknown>): Record<string, pg.PgTable> {
  const made = new Map<string, pg.PgTable>()
  const configs = Object.values(tables)
    .filter((table): table is SQLiteTable => is(table, SQLiteTable))
    .map((table) => getTableConfig(table))
  for (const config of configs) made.set(config.name, derive(config, (name) => made.get(name) as pg.PgTable))
  return Object.fromEntries(made)
}

/** Ordered by bytes, as SQLite does: the order of names is a stored key and must not depend on the server's locale. */
const text = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

type Config = ReturnType<typeof getTableConfig>
// drizzle's builders are typed by the table they stand in; here the table is only known at run time.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Loose = any

function derive(config: Config, other: (name: string) => pg.PgTable): pg.PgTable {
  const columns = Object.fromEntries(config.columns.map((column) => [column.name, deriveColumn(column)]))
  return pg.pgTable(config.name, columns, (self: Loose) => {
    const own = (list: readonly { name: string }[]) => list.map((column) => self[column.name])
    const constraints: Loose[] = [
      ...config.checks.map((check) => pg.check(check.name, check.value)),
      ...config.uniqueConstraints.map((unique) => (pg.unique(unique.getName()) as Loose).on(...own(unique.columns))),
      ...config.primaryKeys.map((key) => pg.primaryKey({ columns: own(key.columns) as Loose })),
    ]
    for (const { config: index } of config.indexes) {
      const start = index.unique ? pg.uniqueIndex(index.name) : pg.index(index.name)
      const built = (start as Loose).on(
        ...index.columns.map((column) => (is(column, SQL) ? column : self[(column as { name: string }).name])),
      )
      constraints.push(index.where ? built.where(index.where) : built)
    }
    for (const key of config.foreignKeys) {
      const { columns: from, foreignTable, foreignColumns } = key.reference()
      const target = getTableConfig(foreignTable).name
      constraints.push(
        (
          pg.foreignKey({
            name: key.getName(),
            columns: own(from) as Loose,
            foreignColumns: foreignColumns.map((column) => (other(target) as Loose)[column.name]) as Loose,
          }) as Loose
        ).onDelete(key.onDelete ?? 'no action'),
      )
    }
    return constraints
  })
}

function deriveColumn(column: Config['columns'][number]): Loose {
  const type = column.getSQLType()
  const start: Loose =
    type === 'integer'
      ? pg.bigint(column.name, { mode: 'number' })
      : type === 'real'
        ? pg.doublePrecision(column.name)
        : type === 'blob'
          ? pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })(column.name)
          : text(column.name)
  if (column.primary) start.primaryKey()
  if (column.notNull) start.notNull()
  if (column.isUnique) start.unique(column.uniqueName)
  if (column.hasDefault && column.default !== undefined)
    start.default(typeof column.default === 'boolean' ? Number(column.default) : column.default)
  return start
}
