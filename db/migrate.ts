import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { ensureSearch } from '#db/ddl/search'
import type { Connection } from '#db/engines/postgresql'

export const STATEMENT_BREAK = '--> statement-breakpoint'

export type Migration = { name: string; statements: string[] }

/** The migrations that stand in the project for an engine, in order. */
export function migrationsFor(engine: 'sqlite' | 'postgresql'): Migration[] {
  const folder = join(process.cwd(), 'db', 'migrations', engine)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      statements: readFileSync(join(folder, file), 'utf8')
        .split(STATEMENT_BREAK)
        .map((statement) => statement.trim())
        .filter(Boolean),
    }))
}

/** What a database still lacks; all of it when it was never migrated. */
export function pendingMigrations(db: Database.Database, migrations: Migration[]): Migration[] {
  const made = db.prepare("select count(*) from sqlite_master where name = 'migrations'").pluck().get()
  return made ? pendingOf(migrations, db.prepare('select name from migrations').pluck().all() as string[]) : migrations
}

/**
 * Brings a SQLite database up to date, each migration in one transaction, after a copy beside the file.
 * Foreign keys are off while tables are rebuilt (within a transaction that pragma does nothing, and dropping a parent
 * would delete its children), and checked before each commit. Answers the names applied. Throws when the database
 * holds migrations that this version does not know.
 */
export function migrateSqlite(db: Database.Database, migrations: Migration[]): string[] {
  db.exec('create table if not exists migrations (name text primary key, applied_at integer not null)')
  const applied = db.prepare('select name from migrations').pluck().all() as string[]
  const pending = pendingOf(migrations, applied)
  if (pending.length > 0 && applied.length > 0 && existsSync(db.name)) backUp(db, pending)
  for (const migration of pending) {
    db.pragma('foreign_keys = OFF')
    try {
      db.exec('begin immediate')
      for (const statement of migration.statements) db.exec(statement)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`Migration ${migration.name} breaks ${broken.length} references.`)
      db.prepare('insert into migrations values (?, ?)').run(migration.name, Date.now())
      db.exec('commit')
    } catch (error) {
      if (db.inTransaction) db.exec('rollback')
      throw error
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
  ensureSearch(db)
  return pending.map((migration) => migration.name)
}

export async function migratePostgresql(connection: Connection, migrations: Migration[]): Promise<string[]> {
  await connection.exec('create table if not exists migrations (name text primary key, applied_at bigint not null)')
  const { rows } = await connection.query('select name from migrations')
  const pending = pendingOf(
    migrations,
    (rows as { name: string }[]).map((row) => row.name),
  )
  for (const migration of pending) {
    await connection.exec('begin')
    try {
      for (const statement of migration.statements) await connection.exec(statement)
      await connection.query('insert into migrations values ($1, $2)', [migration.name, Date.now()])
      await connection.exec('commit')
    } catch (error) {
      await connection.exec('rollback')
      throw error
    }
  }
  return pending.map((migration) => migration.name)
}

function pendingOf(migrations: Migration[], applied: string[]): Migration[] {
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(
      `The database was written by a newer Serai (${unknown.join(', ')}). Start that version, or restore a backup.`,
    )
  return migrations.filter((migration) => !applied.includes(migration.name))
}

/** A whole copy beside the file, kept until a migration of that name runs again. */
function backUp(db: Database.Database, pending: Migration[]): void {
  const copy = `${db.name}.before-${pending[0]?.name}`
  rmSync(copy, { force: true })
  db.prepare('vacuum into ?').run(copy)
}
