import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, disconnect, transaction } from '#db/client'
import { open, openSqlite } from '#db/engines/sqlite'
import { migrateSqlite, migrationsFor } from '#db/migrate'
import { ensureCountries } from '#lib/countries/mutations'
import { makeEvent, registered } from '#tests/setup/factories'

let folder: string
let file: string
let slug: string

/** A database file as a server leaves it behind: one event of one place, somebody on it, somebody who waits. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serai-doctor-'))
  file = join(folder, 'serai.db')
  const writer = open(file)
  migrateSqlite(writer, migrationsFor('sqlite'))
  writer.close()
  connect(openSqlite(file))
  await transaction(ensureCountries)
  const event = await makeEvent({ capacity: 1 })
  slug = event.slug
  for (let i = 0; i < 2; i++) await registered(event)
  await disconnect()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number; said: string; complained: string }

/** `npm run serai -- doctor …`, as a process of its own on that file. */
function doctor(...args: string[]): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const env = { ...process.env, SERAI_DATA: folder, DATABASE_URL: '', TZ: 'UTC' }
  execFile(
    process.execPath,
    ['--conditions=react-server', 'lib/cli/main.ts', 'doctor', ...args],
    { env },
    (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout, complained: stderr }),
  )
  return promise
}

function sql(statement: string, from = file): unknown {
  const database = open(from)
  try {
    const prepared = database.prepare(statement)
    return prepared.reader ? prepared.pluck().get() : prepared.run()
  } finally {
    database.close()
  }
}

const copies = () => readdirSync(folder).filter((name) => name.includes('.before-repair-'))

describe('npm run serai -- doctor', () => {
  it('finds nothing where nothing is wrong, and repairs nothing', async () => {
    expect(await doctor()).toMatchObject({ code: 0, said: 'All is as it must be.\n' })
    expect(await doctor('--repair')).toMatchObject({ code: 0, said: 'All is as it must be.\n' })
    expect(copies()).toEqual([])
  })

  it('tells a wrong count and leaves it; --repair makes a whole copy first, then counts anew', async () => {
    sql('update seat_pools set taken = 7')
    const told = await doctor()
    expect(told.code).toBe(1)
    expect(told.said).toContain(`WRONG  ${slug}`)
    expect(told.said).toContain('1 wrong.')
    expect([sql('select taken from seat_pools'), copies()]).toEqual([7, []])

    const repaired = await doctor('--repair')
    expect(repaired.code).toBe(0)
    expect(repaired.said).toMatch(/A whole copy is in .+\n1 counts set right\.\nAll is as it must be\.\n$/)
    expect(sql('select taken from seat_pools')).toBe(1)
    const [copy, ...others] = copies()
    expect(others).toEqual([])
    // The copy is the damaged one, with everybody in it.
    expect(sql('select taken from seat_pools', join(folder, copy ?? ''))).toBe(7)
    expect(sql('select count(*) from attendees', join(folder, copy ?? ''))).toBe(2)
    expect(await doctor()).toMatchObject({ code: 0 })
  })

  it('tells what it cannot repair, and touches nothing', async () => {
    sql('delete from waiting_places')
    for (const args of [[], ['--repair']]) expect(await doctor(...args)).toMatchObject({ code: 1 })
    expect([sql('select count(*) from waiting_places'), copies()]).toEqual([0, []])
  })

  it('only notes a limit that somebody went past', async () => {
    sql('update seat_pools set capacity = 0')
    const { code, said } = await doctor()
    expect([code, said]).toEqual([0, expect.stringMatching(/^note {2}[^\n]+\nAll is as it must be\.\n$/)])
  })

  it('knows no other words', async () => {
    expect(await doctor('--repiar')).toMatchObject({
      code: 2,
      complained: 'Use: npm run serai -- doctor [--repair]\n',
    })
  })
})
