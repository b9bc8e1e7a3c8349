import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from '#db/engines/sqlite'
import { migrateSqlite, migrationsFor } from '#db/migrate'

const folder = mkdtempSync(join(tmpdir(), 'serai-migrate-'))
afterEach(() => rmSync(join(folder), { recursive: true, force: true }))

/** As drizzle-kit rebuilds a table: its pragmas stand inside the transaction, where they do nothing. */
const REBUILD = [
  'PRAGMA foreign_keys=OFF;',
  "CREATE TABLE __new_parent (id text primary key not null, name text not null default '')",
  'INSERT INTO __new_parent (id) SELECT id FROM parent',
  'DROP TABLE parent',
  'ALTER TABLE __new_parent RENAME TO parent',
  'PRAGMA foreign_keys=ON;',
]
const START = [
  'CREATE TABLE parent (id text primary key not null)',
  'CREATE TABLE child (id text primary key not null, parent_id text not null references parent(id) on delete cascade)',
  "INSERT INTO parent VALUES ('p')",
  "INSERT INTO child VALUES ('a', 'p'), ('b', 'p')",
]
const children = (db: Database.Database) => db.prepare('select count(*) from child').pluck().get()

describe('migrateSqlite', () => {
  it('keeps the children of a parent that is rebuilt, after a copy', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrateSqlite(db, [{ name: '1', statements: START }])
    expect(
      migrateSqlite(db, [
        { name: '1', statements: START },
        { name: '2', statements: REBUILD },
      ]),
    ).toEqual(['2'])
    expect(children(db)).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => db.exec("INSERT INTO child VALUES ('c', 'nobody')")).toThrow('FOREIGN KEY')
  })

  it('control: the same rebuild in a transaction with foreign keys on deletes them', () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    db.exec(START.join(';'))
    db.exec(['BEGIN', ...REBUILD, 'COMMIT'].join(';\n').replaceAll(';;', ';'))
    expect(children(db)).toBe(0)
  })

  it('leaves a database as it was when a migration fails or breaks references', () => {
    const db = new Database(':memory:')
    migrateSqlite(db, [{ name: '1', statements: START }])
    const broken = [...REBUILD, "DELETE FROM parent WHERE id = 'p'"]
    expect(() =>
      migrateSqlite(db, [
        { name: '1', statements: START },
        { name: '2', statements: broken },
      ]),
    ).toThrow('breaks 2 references')
    expect(() =>
      migrateSqlite(db, [
        { name: '1', statements: START },
        { name: '2', statements: ['nonsense'] },
      ]),
    ).toThrow('nonsense')
    expect([children(db), db.prepare('select name from migrations').pluck().all()]).toEqual([2, ['1']])
  })

  it('refuses a database of a newer version', () => {
    const db = new Database(':memory:')
    migrateSqlite(db, [
      { name: '1', statements: START },
      { name: '9', statements: [] },
    ])
    expect(() => migrateSqlite(db, [{ name: '1', statements: START }])).toThrow('newer Serai (9)')
  })

  it('copies a database that holds something before changing it, and makes a new one without', () => {
    const made = mkdtempSync(join(tmpdir(), 'serai-migrate-'))
    const file = join(made, 'serai.db')
    const db = open(file)
    migrateSqlite(db, migrationsFor('sqlite'))
    expect(existsSync(`${file}.before-${migrationsFor('sqlite')[0]?.name}`)).toBe(false)
    migrateSqlite(db, [...migrationsFor('sqlite'), { name: '9999-next', statements: ['create table more (id text)'] }])
    const copy = new Database(`${file}.before-9999-next`, { readonly: true })
    expect(copy.prepare("select count(*) from sqlite_master where name = 'attendees'").pluck().get()).toBe(1)
    copy.close()
    db.close()
    rmSync(made, { recursive: true })
  })

  it('the generated migrations of both engines tell of the same tables', () => {
    const tablesOf = (engine: 'sqlite' | 'postgresql') =>
      migrationsFor(engine)
        .flatMap((migration) => migration.statements)
        .flatMap((statement) => /create table [`"](\w+)[`"]/i.exec(statement)?.[1] ?? [])
        // SQLite cannot change a table's constraints: it is made anew, filled and renamed.
        .filter((table) => !table.startsWith('__new_'))
        .sort()
    expect(tablesOf('sqlite')).toEqual(tablesOf('postgresql'))
    expect(tablesOf('sqlite').length).toBeGreaterThan(15)
  })
})
