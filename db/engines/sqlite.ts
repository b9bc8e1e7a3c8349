import Database from 'better-sqlite3'
import type { Engine, Execute, Row } from '#db/engines/engine'

/**
 * better-sqlite3: one connection that reads, one that writes.
 * @param file path of the database; it exists and is migrated
 */
export function openSqlite(file: string): Engine {
  const writer = open(file)
  const reader = open(file, { readonly: true })
  const controls = new Map<string, Database.Statement>()
  const prepareControl = (sql: string) => {
    const statement = controls.get(sql) ?? writer.prepare(sql)
    controls.set(sql, statement)
    return statement
  }
  return {
    name: 'sqlite',
    read: executor(reader),
    write: executor(writer),
    control: async (sql) => {
      prepareControl(sql).run()
    },
    group: 64,
    settlesAtOnce: true,
    close: async () => {
      reader.close()
      // Folds the write-ahead log into the file, so that a copy of the one file is whole.
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

/** A connection with the settings that acknowledged writes need: on disk at commit, foreign keys kept. */
export function open(file: string, options?: Database.Options): Database.Database {
  const db = new Database(file, options)
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -32000')
  if (options?.readonly) db.pragma(`mmap_size = ${1 << 30}`)
  if (!options?.readonly) {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
  }
  return db
}

function executor(db: Database.Database): Execute {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    let statement = prepared.get(sql)
    if (!statement) {
      // Filters make many shapes of a query: keep the recent ones only.
      if (prepared.size >= 500) prepared.delete(prepared.keys().next().value as string)
      statement = db.prepare(sql)
      if (statement.reader) statement.raw(true)
      prepared.set(sql, statement)
    }
    return statement
  }
  return async (sql, params) => {
    const statement = prepare(sql)
    if (statement.reader) return statement.all(...params) as Row[]
    statement.run(...params)
    return []
  }
}
