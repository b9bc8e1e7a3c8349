import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { failedStatement } from '#db/errors'

/**
 * Both engines are spoken to through one driver: drizzle's sqlite-proxy writes the SQL, an engine runs it.
 * So the application has one type of database, and it is asynchronous on both.
 */
export type Db = Omit<SqliteRemoteDatabase<Record<string, never>>, 'transaction' | 'batch'>

export type Method = 'run' | 'all' | 'values' | 'get'
export type Row = unknown[]
export type Execute = (sql: string, params: unknown[], method: Method) => Promise<Row[]>

export type Engine = {
  readonly name: 'sqlite' | 'postgresql'
  /** Reads, outside any transaction. */
  readonly read: Execute
  /** Writes, inside the transaction that `begin` opened. */
  readonly write: Execute
  /** Transaction control on the writing connection. */
  readonly control: (sql: string) => Promise<void>
  /** Units that may share one commit. */
  readonly group: number
  /** Whether every query settles within the turn of the event loop in which it was made. */
  readonly settlesAtOnce: boolean
  readonly close: () => Promise<void>
}

/** A drizzle database over one way of running statements. */
export function databaseOver(execute: Execute): Db {
  const database = drizzle(async (sql, params, method) => {
    const rows = await execute(sql, params, method)
    // For `get`, the driver wants the one row itself, or nothing.
    return { rows: method === 'get' ? (rows[0] as Row) : rows }
  })
  tellWithoutValues((database as unknown as { session: Session }).session)
  return database
}

type Prepared = { queryWithCache: (sql: string, params: unknown[], query: () => Promise<unknown>) => Promise<unknown> }
type Session = { prepareQuery: (...args: unknown[]) => Prepared }

/** drizzle wraps each failure in an error that names the values; this one stands in its place. */
function tellWithoutValues(session: Session): void {
  const prepareQuery = session.prepareQuery.bind(session)
  session.prepareQuery = (...args) => {
    const prepared = prepareQuery(...args)
    prepared.queryWithCache = async (sql, _params, query) => {
      try {
        return await query()
      } catch (error) {
        throw failedStatement(error, sql)
      }
    }
    return prepared
  }
}
