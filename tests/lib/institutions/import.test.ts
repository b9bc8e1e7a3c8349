import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { mergeInstitutions } from '#lib/attendees/mutations/merge'
import { ANONYMOUS } from '#lib/auth/actor'
import { curatedEntries } from '#lib/cli/starter/read'
import { addInstitution } from '#lib/institutions/mutations/add'
import { editInstitution, retireInstitution } from '#lib/institutions/mutations/edit'
import { removeIdentifier } from '#lib/institutions/mutations/identifiers'
import { importRecords } from '#lib/institutions/mutations/import'
import { addName, removeName } from '#lib/institutions/mutations/names'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { addStarter } from '#lib/institutions/mutations/starter'
import { findInstitutions, institutionBy } from '#lib/institutions/queries/find'
import { makeInstitution, makeUser, NOW, SYSTEM } from '#tests/setup/factories'
import { rorId, rorRecord } from '#tests/setup/ror'

const importOne = async (record: object) => {
  const result = await importRecords(SYSTEM, [record], 'test', NOW)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const idOf = async (ror: string) => (await institutionBy(db(), 'ror', ror)) ?? ''
const rowOf = async (ror: string) =>
  (
    await db()
      .select()
      .from(institutions)
      .where(eq(institutions.id, await idOf(ror)))
  )[0]
const namesOf = async (id: string) =>
  db()
    .select({ id: institutionNames.id, name: institutionNames.name, source: institutionNames.source })
    .from(institutionNames)
    .where(eq(institutionNames.institutionId, id))
    .orderBy(asc(institutionNames.name))

describe('a record of the register', () => {
  it('is added, and again changes nothing', async () => {
    const record = rorRecord({
      names: [
        ['University of the Import', 'label', 'en'],
        ['UIMP', 'acronym'],
      ],
    })
    expect(await importOne(record)).toMatchObject({ added: 1 })
    expect(await importOne(record)).toMatchObject({ added: 0, unchanged: 1 })
    expect(await rowOf(rorId(record))).toMatchObject({
      name: 'University of the Import',
      city: 'Bishkek',
      countryCode: 'KG',
    })
    expect((await findInstitutions('uimp', { locale: 'en' }))[0]?.name).toBe('University of the Import')
  })

  it('is updated: its own names come and go, those of others stay', async () => {
    const record = rorRecord({
      names: [
        ['Old Name of Imported', 'label', 'en'],
        ['OLDI', 'acronym'],
      ],
    })
    await importOne(record)
    const id = await idOf(rorId(record))
    await addName(SYSTEM, id, { name: 'Kept by staff', language: null, kind: 'alias' }, NOW)
    const renamed = { ...record, names: rorRecord({ names: [['New Name of Imported', 'label', 'en']] }).names }
    expect(await importOne(renamed)).toMatchObject({ updated: 1 })
    expect((await namesOf(id)).map((row) => row.name)).toEqual(['Kept by staff', 'New Name of Imported'])
    expect((await rowOf(rorId(record)))?.name).toBe('New Name of Imported')
    expect(await findInstitutions('oldi', { locale: 'en' })).toEqual([])
  })

  it('is retired when the register withdraws it, never deleted, and comes back', async () => {
    const record = rorRecord({ names: [['Withdrawn University', 'label', 'en']] })
    await importOne(record)
    expect(await importOne({ ...record, status: 'withdrawn' })).toMatchObject({ retired: 1 })
    expect((await rowOf(rorId(record)))?.status).toBe('retired')
    expect(await findInstitutions('withdrawn university', { locale: 'en' })).toEqual([])
    await importOne(record)
    expect((await rowOf(rorId(record)))?.status).toBe('active')
  })

  it('that is none is skipped, and the others are taken', async () => {
    const record = rorRecord({ names: [['Taken beside nonsense', 'label', 'en']] })
    const result = await importRecords(
      SYSTEM,
      [{}, null, { ...record, id: 'https://ror.org/012345678' }, record],
      'test',
      NOW,
    )
    expect(result).toMatchObject({ ok: true, value: { added: 1, skipped: 3 } })
  })

  it('twice in one batch is one institution', async () => {
    const record = rorRecord({ names: [['Twice in a batch', 'label', 'en']] })
    const result = await importRecords(SYSTEM, [record, record], 'test', NOW)
    expect(result).toMatchObject({ ok: true, value: { added: 1, skipped: 1 } })
  })

  it('with signs that break lists is cleaned', async () => {
    const record = rorRecord({ names: [['Tab\tand \u0000 control', 'label', 'en']] })
    await importOne(record)
    expect((await rowOf(rorId(record)))?.name).toBe('Tab and control')
  })
})

describe('what staff decided stays', () => {
  it('name, city, country', async () => {
    const record = rorRecord({ names: [['Register’s spelling', 'label', 'en']] })
    await importOne(record)
    const id = await idOf(rorId(record))
    await editInstitution(SYSTEM, id, { name: 'Staff’s spelling', city: 'Osh', countryCode: 'KZ' }, NOW)
    await importOne({ ...record, names: rorRecord({ names: [['Register’s new spelling', 'label', 'en']] }).names })
    expect(await rowOf(rorId(record))).toMatchObject({ name: 'Staff’s spelling', city: 'Osh', countryCode: 'KZ' })
    expect((await namesOf(id)).map((row) => row.name)).toEqual([
      'Register’s new spelling',
      'Register’s spelling',
      'Staff’s spelling',
    ])
  })

  it('a name and an identifier taken away', async () => {
    const record = {
      ...rorRecord({
        names: [
          ['Wrong acronym', 'label', 'en'],
          ['WRAC', 'acronym'],
        ],
      }),
      domains: ['wrong.example.org'],
    }
    await importOne(record)
    const id = await idOf(rorId(record))
    const acronym = (await namesOf(id)).find((row) => row.name === 'WRAC')
    const [domain] = await db()
      .select({ id: institutionIdentifiers.id })
      .from(institutionIdentifiers)
      .where(eq(institutionIdentifiers.value, 'wrong.example.org'))
    await removeName(SYSTEM, id, acronym?.id ?? '', NOW)
    await removeIdentifier(SYSTEM, id, domain?.id ?? '', NOW)
    await importOne({
      ...record,
      established: 1,
      types: ['archive'],
      locations: [],
      links: [{ type: 'website', value: 'https://changed.example.org' }],
    })
    expect((await namesOf(id)).map((row) => row.name)).toEqual(['Wrong acronym'])
    expect(await institutionBy(db(), 'domain', 'wrong.example.org')).toBeNull()
    expect(await institutionBy(db(), 'domain', 'changed.example.org')).toBe(id)
    expect(await findInstitutions('wrac', { locale: 'en' })).toEqual([])
  })

  it('what was retired or taken back by hand', async () => {
    const record = rorRecord({ names: [['Retired by hand', 'label', 'en']] })
    await importOne(record)
    await retireInstitution(SYSTEM, await idOf(rorId(record)), 'retired', NOW)
    await importOne({ ...record, types: ['other'], domains: ['retired-by-hand.example.org'] })
    expect((await rowOf(rorId(record)))?.status).toBe('retired')
  })

  it('a merge: the record of the merged one is updated where it is, and still found as the other', async () => {
    const record = rorRecord({ names: [['Merged before import', 'label', 'en']] })
    await importOne(record)
    const into = await makeInstitution('Stands for the merged')
    await mergeInstitutions(SYSTEM, { fromId: await idOf(rorId(record)), intoId: into }, NOW)
    await importOne({ ...record, names: rorRecord({ names: [['Merged after import', 'label', 'en']] }).names })
    expect((await findInstitutions('merged after import', { locale: 'en' }))[0]?.id).toBe(into)
    expect((await rowOf(rorId(record)))?.mergedIntoId).toBe(into)
  })
})

describe('a record means the institution that is there already', () => {
  it('by its domain, when a name agrees', async () => {
    const id = await transaction((tx) =>
      addInstitution(
        tx,
        {
          name: 'Academy by Domain',
          city: '',
          country: null,
          names: [],
          identifiers: [{ scheme: 'domain', value: 'byd.example.org' }],
        },
        NOW,
        { source: 'domains' },
      ),
    )
    const record = { ...rorRecord({ names: [['Academy by Domain', 'label', 'en']] }), domains: ['byd.example.org'] }
    expect(await importOne(record)).toMatchObject({ added: 0, updated: 1 })
    expect(await idOf(rorId(record))).toBe(id)
    expect(await rowOf(rorId(record))).toMatchObject({ city: 'Bishkek', countryCode: 'KG', source: 'ror' })
  })

  it('by its name in the country, but not by an acronym, and not when two are called so', async () => {
    const id = await makeInstitution('Academy by Name')
    const record = rorRecord({ names: [['Academy by Name', 'label', 'en']] })
    await importOne(record)
    expect(await idOf(rorId(record))).toBe(id)
    const acronym = rorRecord({
      names: [
        ['Something else entirely', 'label', 'en'],
        ['Academy of Acronyms', 'acronym'],
      ],
    })
    await makeInstitution('Academy of Acronyms')
    expect(await importOne(acronym)).toMatchObject({ added: 1 })
    await makeInstitution('Academy of Twins')
    await makeInstitution('Academy of Twins')
    expect(await importOne(rorRecord({ names: [['Academy of Twins', 'label', 'en']] }))).toMatchObject({ added: 1 })
  })

  it('not when the record is withdrawn: what is only called the same lives on', async () => {
    const id = await makeInstitution('Academy of the Living')
    const record = rorRecord({ names: [['Academy of the Living', 'label', 'en']] })
    await importOne({ ...record, status: 'withdrawn' })
    expect(await idOf(rorId(record))).not.toBe(id)
    expect((await findInstitutions('academy of the living', { locale: 'en' })).map((hit) => hit.id)).toEqual([id])
  })

  it('not by the domain alone: a college within a university is not the university', async () => {
    const id = await transaction((tx) =>
      addInstitution(
        tx,
        {
          name: 'Great Steppe University',
          city: '',
          country: 'KG',
          names: [],
          identifiers: [{ scheme: 'domain', value: 'steppe.example.edu' }],
        },
        NOW,
        { source: 'domains' },
      ),
    )
    const college = {
      ...rorRecord({ names: [['College of Nursing', 'label', 'en']] }),
      domains: ['steppe.example.edu'],
    }
    expect(await importOne(college)).toMatchObject({ added: 1 })
    const university = {
      ...rorRecord({ names: [['The Great Steppe University', 'label', 'en']] }),
      domains: ['steppe.example.edu'],
    }
    await importOne(university)
    expect(await idOf(rorId(university))).toBe(id)
  })

  it('never one that waits for staff', async () => {
    const proposed = await transaction((tx) =>
      proposeInstitution(tx, ANONYMOUS, { name: 'Proposed before import', city: 'Osh', countryCode: 'KG' }, NOW),
    )
    const record = rorRecord({ names: [['Proposed before import', 'label', 'en']] })
    expect(await importOne(record)).toMatchObject({ added: 1 })
    expect(await idOf(rorId(record))).not.toBe(proposed)
  })

  it('the starter registry again adds nothing', async () => {
    const entries = curatedEntries().slice(0, 40)
    await addStarter(SYSTEM, entries, 'curated', NOW)
    expect(await addStarter(SYSTEM, entries, 'curated', NOW)).toEqual({ ok: true, value: 0 })
  })
})

it('importing is for administrators, and stands in the audit', async () => {
  for (const actor of [ANONYMOUS, await makeUser()])
    expect(await importRecords(actor, [rorRecord({ names: [['Nobody’s', 'label']] })], 'test', NOW)).toEqual({
      ok: false,
      reason: 'forbidden',
    })
  const admin = await makeUser([], true)
  await importRecords(admin, [rorRecord({ names: [['Audited import', 'label', 'en']] })], 'dump.json', NOW)
  const entries = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.actorId, admin.userId))
    .orderBy(auditEntries.id)
  expect(entries).toMatchObject([{ verb: 'institution.import', after: { from: 'dump.json', added: 1 } }])
})
