import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, engineName } from '#db/client'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { openDump } from '#lib/cli/dump'
import { curatedEntries } from '#lib/cli/starter/read'
import { importRecords } from '#lib/institutions/mutations/import'
import { addStarter } from '#lib/institutions/mutations/starter'
import { findInstitutions } from '#lib/institutions/queries/find'
import { NOW, SYSTEM } from '#tests/setup/factories'
import { zipOf } from '#tests/setup/zip'

describe('a dump', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'serai-dump-'))
  const written = (name: string, content: Buffer) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }
  const read = async (file: string) => {
    const records = []
    for await (const { record, share } of (await openDump(file)).records) records.push({ record, share })
    return records
  }

  it('is read record by record, of two schemas the second', async () => {
    const file = written(
      'both.zip',
      zipOf({
        'v1.24-ror-data.csv': 'a,b',
        'v1.24-ror-data.json': '[]',
        'v1.24-ror-data_schema_v2.json': '[{"id":1},{"id":2}]',
      }),
    )
    expect(await read(file)).toEqual([
      { record: { id: 1 }, share: 1 },
      { record: { id: 2 }, share: 1 },
    ])
  })

  it.each([
    ['no-zip.zip', Buffer.from('hello'), /cannot be read as a zip/],
    ['empty.zip', zipOf({ 'readme.txt': 'x' }), /holds no JSON/],
    ['broken.zip', zipOf({ 'a.json': '[{"id":1},' }), /ends in the middle/],
    ['nonsense.zip', zipOf({ 'a.json': '<html>' }), /is not JSON/],
  ])('%s is refused with what is wrong', async (name, content, message) => {
    await expect(read(written(name, content))).rejects.toThrow(message)
  })
})

const SAMPLE = '../shared/data/ror-v2-sample.zip'

it.runIf(existsSync(SAMPLE))(
  'the official layout, read twice, gives the same registry',
  async () => {
    if (engineName() !== 'sqlite') return
    await addStarter(SYSTEM, curatedEntries(), 'curated', NOW)
    const first = await importSample()
    expect(first.added + first.updated + first.retired).toBeGreaterThan(5000)
    const once = await digest()
    expect(await importSample()).toEqual({ added: 0, updated: 0, retired: 0, skipped: 0, unchanged: 5408 })
    expect(await digest()).toBe(once)
    for (const [query, country] of [
      ['IHSM', 'KG'],
      ['КГМА', 'KG'],
      ['қазақ ұлттық', 'KZ'],
      ['ozbek', 'UZ'],
      ['Ўзбекистон миллий', 'UZ'],
    ] as const)
      expect((await findInstitutions(query, { locale: 'en' })).map((hit) => hit.countryCode)).toContain(country)
  },
  240_000,
)

async function importSample() {
  const total = { added: 0, updated: 0, retired: 0, skipped: 0, unchanged: 0 }
  let batch: unknown[] = []
  const take = async () => {
    const result = await importRecords(SYSTEM, batch, 'sample', NOW)
    if (!result.ok) throw new Error(result.reason)
    for (const [what, n] of Object.entries(result.value)) total[what as keyof typeof total] += n
    batch = []
  }
  for await (const { record } of (await openDump(SAMPLE)).records) if (batch.push(record) === 100) await take()
  await take()
  return total
}

async function digest(): Promise<string> {
  const all = [
    await db().select().from(institutions).orderBy(asc(institutions.id)),
    await db().select().from(institutionNames).orderBy(asc(institutionNames.id)),
    await db().select().from(institutionIdentifiers).orderBy(asc(institutionIdentifiers.id)),
  ]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}
