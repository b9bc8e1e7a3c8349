import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { institutionNames, institutions } from '#db/schema/institutions'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import {
  confirmInstitution,
  createInstitution,
  editInstitution,
  retireInstitution,
} from '#lib/institutions/mutations/edit'
import { addIdentifier, removeIdentifier } from '#lib/institutions/mutations/identifiers'
import { addName, editName, removeName } from '#lib/institutions/mutations/names'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { fillSearchKeys } from '#lib/institutions/mutations/search-key'
import { findInstitutions } from '#lib/institutions/queries/find'
import { proposedCount, registryPage, registryRecord, suggestionsFor } from '#lib/institutions/queries/registry'
import { institutionFacts, institutionName } from '#lib/institutions/schema/edit'
import { registryHref, registryList } from '#lib/institutions/schema/list'
import { makeEvent, makeInstitution, makeUser, NOW, SYSTEM } from '#tests/setup/factories'

let staff: Actor
let stranger: Actor
beforeAll(async () => {
  staff = await makeUser([{ slug: (await makeEvent()).slug, role: 'staff' }])
  stranger = await makeUser()
})

const found = async (query: string) => (await findInstitutions(query, { locale: 'en' })).map((hit) => hit.id)
const nameIds = async (id: string) =>
  (
    await db().select({ id: institutionNames.id }).from(institutionNames).where(eq(institutionNames.institutionId, id))
  ).map((row) => row.id)
const verbsOn = async (id: string) =>
  (
    await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id))
      .orderBy(auditEntries.id)
  ).map((row) => row.verb)
const propose = (name: string) =>
  transaction((tx) => proposeInstitution(tx, ANONYMOUS, { name, city: 'Osh', countryCode: 'KG' }, NOW))
const list = (address: object) => registryList.parse(address)

describe('staff', () => {
  it('add an institution and find it', async () => {
    const facts = institutionFacts.parse({ name: 'Added by Staff', city: 'Naryn', countryCode: 'KG' })
    const made = await createInstitution(staff, facts, NOW)
    expect(made.ok && (await found('added staff naryn'))).toEqual([made.ok && made.value.id])
    expect(made.ok && (await verbsOn(made.value.id))).toEqual(['institution.add'])
  })

  it('change main name and place; the old name still finds it', async () => {
    const id = await makeInstitution('Before the change')
    expect(await editInstitution(staff, id, { name: 'After it', city: 'Talas', countryCode: '' }, NOW)).toEqual({
      ok: true,
    })
    expect(await found('before the change')).toEqual([id])
    expect(await found('after talas')).toEqual([id])
    expect(await registryRecord(staff, id, 'en')).toMatchObject({
      mainName: 'After it',
      city: 'Talas',
      countryCode: null,
    })
    expect(await verbsOn(id)).toEqual(['institution.edit'])
  })

  it('change the main name in the language it is official in', async () => {
    const id = await makeInstitution('Shown in English')
    await editInstitution(staff, id, { name: 'Shown anew', city: 'Bishkek', countryCode: 'KG' }, NOW)
    expect((await registryRecord(staff, id, 'en'))?.name).toBe('Shown anew')
    const [main] = (await registryRecord(staff, id, 'en'))?.names.filter((name) => name.name === 'Shown anew') ?? []
    expect(await removeName(staff, id, main?.id ?? '', NOW)).toEqual({ ok: false, reason: 'last' })
  })

  it('find what is proposed among however many of the same words', async () => {
    for (let i = 0; i < 160; i++) await makeInstitution(`Common University ${i}`, 'FJ')
    const id = await propose('My Common University')
    const page = await registryPage(staff, list({ status: 'proposed', q: 'common university' }), 'en')
    expect(page?.rows.map((row) => row.id)).toEqual([id])
  })

  it('change nothing without a trace', async () => {
    const id = await makeInstitution('The same again')
    await editInstitution(staff, id, { name: 'The same again', city: 'Bishkek', countryCode: 'KG' }, NOW)
    expect(await verbsOn(id)).toEqual([])
  })

  it('add, edit and remove names', async () => {
    const id = await makeInstitution('Names are edited')
    await addName(staff, id, institutionName.parse({ name: 'ИРН', language: '', kind: 'acronym' }), NOW)
    expect(await found('ирн')).toEqual([id])
    expect(await addName(staff, id, { name: 'ИРН', language: null, kind: 'acronym' }, NOW)).toMatchObject({
      reason: 'invalid',
      field: 'name',
      code: 'taken',
    })
    const [, added = ''] = await nameIds(id)
    await editName(staff, id, added, { name: 'ИРНА', language: 'ru', kind: 'alias' }, NOW)
    expect(await found('ирна')).toEqual([id])
    expect(
      await editName(staff, id, added, { name: 'Names are edited', language: null, kind: 'official' }, NOW),
    ).toMatchObject({ reason: 'invalid' })
    await removeName(staff, id, added, NOW)
    expect(await found('ирна')).toEqual([])
    const [last = ''] = await nameIds(id)
    expect(await removeName(staff, id, last, NOW)).toEqual({ ok: false, reason: 'last' })
    expect(await nameIds(id)).toEqual([last])
  })

  it('cannot reach a name through another institution', async () => {
    const [a, b] = [await makeInstitution('Owner of a name'), await makeInstitution('Not the owner')]
    const [name = ''] = await nameIds(a)
    expect(await removeName(staff, b, name, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await editName(staff, b, name, { name: 'x', language: null, kind: 'alias' }, NOW)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('add and remove identifiers; wrong ones are refused', async () => {
    const id = await makeInstitution('Identified')
    expect(await addIdentifier(staff, id, { scheme: 'oid', value: 'E1' }, NOW)).toMatchObject({
      reason: 'invalid',
      field: 'value',
    })
    await addIdentifier(staff, id, { scheme: 'domain', value: 'https://www.identified.example.edu/' }, NOW)
    expect(await found('identified.example.edu')).toEqual([id])
    const record = await registryRecord(staff, id, 'en')
    expect(record?.identifiers).toMatchObject([{ value: 'identified.example.edu', source: 'staff' }])
    await removeIdentifier(staff, id, record?.identifiers[0]?.id ?? '', NOW)
    expect((await registryRecord(staff, id, 'en'))?.identifiers).toEqual([])
  })

  it('confirm what was proposed, with suggestions what it may be', async () => {
    const there = await makeInstitution('Jalal-Abad State University')
    const before = await proposedCount(staff)
    const id = await propose('Jalalabad State Univercity')
    expect(await proposedCount(staff)).toBe(before + 1)
    const [best] = await suggestionsFor(staff, id, 'en')
    expect(best).toMatchObject({ id: there })
    expect(best?.likeness).toBeGreaterThan(0.6)
    expect(await confirmInstitution(staff, id, NOW)).toEqual({ ok: true })
    expect(await confirmInstitution(staff, id, NOW)).toEqual({ ok: false, reason: 'not-possible' })
    expect(await found('jalalabad univercity')).toEqual([id])
    expect(await proposedCount(staff)).toBe(before)
  })

  it('retire and take back', async () => {
    const id = await makeInstitution('Retired and back')
    await retireInstitution(staff, id, 'retired', NOW)
    expect(await found('retired and back')).toEqual([])
    const retired = await registryPage(staff, list({ status: 'retired', q: 'retired back' }), 'en')
    expect(retired?.rows.map((row) => row.id)).toEqual([id])
    await retireInstitution(staff, id, 'active', NOW)
    expect(await found('retired and back')).toEqual([id])
  })

  it('page through the registry', async () => {
    for (let i = 0; i < 60; i++) await makeInstitution(`Paged ${String(i).padStart(2, '0')}`, 'TM')
    const first = await registryPage(staff, list({ country: 'TM' }), 'en')
    expect(first).toMatchObject({ total: 60, pages: 2, page: 1 })
    expect(first?.rows[0]?.name).toBe('Paged 00')
    const beyond = await registryPage(staff, list({ country: 'TM', page: '9' }), 'en')
    expect(beyond).toMatchObject({ page: 2 })
    expect(beyond?.rows).toHaveLength(10)
    const searched = await registryPage(staff, list({ country: 'TM', q: 'paged 5' }), 'en')
    expect(searched?.rows.map((row) => row.name)).toContain('Paged 05')
  })
})

it('for those who are no staff there is nothing', async () => {
  const id = await makeInstitution('Out of reach')
  const [name = ''] = await nameIds(id)
  const proposed = await propose('Out of reach too')
  const refused = { ok: false, reason: 'not-found' }
  for (const actor of [stranger, ANONYMOUS]) {
    expect(await editInstitution(actor, id, { name: 'Taken over', city: '', countryCode: '' }, NOW)).toEqual(refused)
    expect(await addName(actor, id, { name: 'x', language: null, kind: 'alias' }, NOW)).toEqual(refused)
    expect(await editName(actor, id, name, { name: 'x', language: null, kind: 'alias' }, NOW)).toEqual(refused)
    expect(await removeName(actor, id, name, NOW)).toEqual(refused)
    expect(await addIdentifier(actor, id, { scheme: 'pic', value: '123456789' }, NOW)).toEqual(refused)
    expect(await removeIdentifier(actor, id, 'x', NOW)).toEqual(refused)
    expect(await confirmInstitution(actor, proposed, NOW)).toEqual(refused)
    expect(await retireInstitution(actor, id, 'retired', NOW)).toEqual(refused)
    expect(await createInstitution(actor, { name: 'Made up', city: '', countryCode: '' }, NOW)).toMatchObject({
      ok: false,
    })
    expect(await registryPage(actor, list({}), 'en')).toBeNull()
    expect(await registryRecord(actor, id, 'en')).toBeNull()
    expect(await suggestionsFor(actor, proposed, 'en')).toEqual([])
    expect(await proposedCount(actor)).toBe(0)
  }
  expect(await registryRecord(staff, id, 'en')).toMatchObject({ mainName: 'Out of reach', status: 'active' })
})

it('keys that an older version did not write are filled in', async () => {
  const id = await makeInstitution('Without a key')
  await transaction((tx) => tx.update(institutions).set({ searchKey: '' }).where(eq(institutions.id, id)))
  expect(await found('without key')).toEqual([])
  expect(await fillSearchKeys()).toBe(1)
  expect(await found('without key')).toEqual([id])
})

it.each([
  [{}, '/desk/institutions'],
  [{ status: 'nonsense', page: '-1', country: 'kg' }, '/desk/institutions'],
  [{ status: 'proposed', q: ' ош ', country: 'KG' }, '/desk/institutions?status=proposed&q=%D0%BE%D1%88&country=KG'],
])('the address %j stands for %s', (address, href) => expect(registryHref(list(address))).toBe(href))

it('an identifier that another has is refused with that one', async () => {
  const [a, b] = [await makeInstitution(), await makeInstitution()]
  await addIdentifier(SYSTEM, a, { scheme: 'pic', value: '999 888 777' }, NOW)
  expect(await addIdentifier(SYSTEM, b, { scheme: 'pic', value: '999888777' }, NOW)).toEqual({
    ok: false,
    reason: 'taken',
    institutionId: a,
  })
})
