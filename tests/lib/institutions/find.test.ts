import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { ANONYMOUS } from '#lib/auth/actor'
import { curatedEntries } from '#lib/cli/starter/read'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { addStarter } from '#lib/institutions/mutations/starter'
import { findInstitutions } from '#lib/institutions/queries/find'
import { NOW, SYSTEM } from '#tests/setup/factories'

beforeAll(async () => {
  await addStarter(SYSTEM, curatedEntries(), 'curated', NOW)
})

const first = async (query: string, countryCode?: string) =>
  (await findInstitutions(query, { locale: 'en', countryCode }))[0]?.name

describe('an institution is found', () => {
  it.each([
    ['IHSM', 'International Higher School of Medicine'],
    ['мвшм', 'International Higher School of Medicine'],
    ['КГМА', 'Kyrgyz State Medical Academy'],
    ['медициналык академия', 'Kyrgyz State Medical Academy'],
    ['қазақ ұлттық', 'Al-Farabi Kazakh National University'],
    ['казак улттык', 'Al-Farabi Kazakh National University'],
    ['ozbek', 'National University of Uzbekistan'],
    ['Ўзбекистон миллий', 'National University of Uzbekistan'],
    ["o'zbekiston milliy", 'National University of Uzbekistan'],
    ['Назарбаев', 'Nazarbayev University'],
    ['донишгоҳи миллии', 'Tajik National University'],
    ['turkmen lukman', 'Turkmen State Medical University'],
    ['wilno', undefined],
  ])('as %s', async (query, name) => expect(await first(query)).toBe(name))

  it('in the reader’s language, with the name that matched', async () => {
    const [hit] = await findInstitutions('ihsm', { locale: 'ru' })
    expect(hit).toMatchObject({
      name: 'Международная высшая школа медицины',
      matched: 'IHSM',
      place: 'Бишкек, Кыргызстан',
    })
  })

  it('first in the country, but others are not hidden', async () => {
    const names = async (country?: string) =>
      (await findInstitutions('state medical', { locale: 'en', countryCode: country })).map((hit) => hit.countryCode)
    expect((await names('TJ'))[0]).toBe('TJ')
    expect(new Set(await names('TJ'))).toEqual(new Set(await names()))
  })

  it('by letters within a word too, where nothing begins so', async () => {
    expect(await first('igher school of medic')).toBe('International Higher School of Medicine')
    expect(await first('azarbaev')).toBe('Nazarbayev University')
  })

  it('elsewhere, though the country has many that are called so', async () => {
    const found = await findInstitutions('university', { locale: 'en', countryCode: 'UZ' })
    expect(found.length).toBe(8)
    expect(found.some((one) => one.countryCode !== 'UZ')).toBe(true)
  })

  it('only when it stands in the registry', async () => {
    await transaction((tx) =>
      proposeInstitution(tx, ANONYMOUS, { name: 'Proposed Academy', city: 'Osh', countryCode: 'KG' }, NOW),
    )
    expect(await findInstitutions('proposed academy', { locale: 'en' })).toEqual([])
  })

  it.each(['"', 'x" OR key : "uni', 'kg', '\0', ''])('whatever is asked for as a country: %j', async (countryCode) =>
    expect((await findInstitutions('ihsm', { locale: 'en', countryCode }))[0]?.name).toBe(
      'International Higher School of Medicine',
    ),
  )

  it('not by nothing', async () => expect(await findInstitutions(' % ', { locale: 'en' })).toEqual([]))
})
