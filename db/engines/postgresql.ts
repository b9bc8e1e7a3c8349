import type { Engine, Execute, Row } from '#db/engines/engine'

/** What the engine needs of a PostgreSQL connection; PGlite has it, and so has a pinned client of a pool. */
export type Connection = {
  query(sql: string, params?: unknown[], options?: object): Promise<{ rows: unknown[] }>
  exec(sql: string): Promise<unknown>
  close(): Promise<void>
}

const INT8 = 20
const options = { rowMode: 'array', parsers: { [INT8]: Number } }

/** One connection that reads and writes. */
export function openPostgresql(connection: Connection): Engine {
  const execute: Execute = async (sql, params) => (await connection.query(numbered(sql), params, options)).rows as Row[]
  return {
    name: 'postgresql',
    read: execute,
    write: execute,
    control: async (sql) => {
      await connection.exec(sql)
    },
    group: 1,
    settlesAtOnce: false,
    close: () => connection.close(),
  }
}

/**
 * What drizzle's SQLite dialect writes, as PostgreSQL reads it: `?` → `$1`, `$2`…, but not within quoted names and strings; the columns
 * of a conflict target without their table.
 */
export function numbered(sql: string): string {
  let n = 0
  const conflict = sql.replace(
    / on conflict \(([^)]*)\)/g,
    (_, target: string) => ` on conflict (${target.replace(/"[^"]+"\./g, '')})`,
  )
  return conflict.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) => (part === '?' ? `$${++n}` : part))
}
