import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { curatedEntries, type StarterEntry, worldEntries } from '#lib/cli/starter/read'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { fold, searchWords } from '#lib/fold'
import { cityName } from '#lib/i18n/cities'

const all = [...curatedEntries(), ...worldEntries()]
const curated = curatedEntries()

const NATIVE: Record<string, string[]> = { KG: ['ky'], KZ: ['kk'], UZ: ['uz', 'uz-Cyrl'], TJ: ['tg'], TM: ['tk'] }
const CYRILLIC = ['ru', 'ky', 'kk', 'tg', 'uz-Cyrl']
const centralAsian = curated.filter((entry) => entry.country && entry.country in NATIVE)

const allNames = (entry: StarterEntry) => [entry.name, ...entry.names.map((name) => name.name)]
const official = (entry: StarterEntry, language: string) =>
  entry.names.find((name) => name.kind === 'official' && name.language === language)?.name

const repeated = (values: string[]) => {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}

describe('the institutions to begin with', () => {
  it('are many', () => {
    const of = (country: string) => curated.filter((entry) => entry.country === country).length
    expect(['KG', 'KZ', 'UZ', 'TJ', 'TM'].map(of)).toSatisfy((counts: number[]) =>
      [50, 90, 90, 35, 25].every((least, index) => (counts[index] ?? 0) >= least),
    )
    expect(all.length).toBeGreaterThan(15_000)
  })

  it('share no identifier', () => {
    const values = all.flatMap((entry) => entry.identifiers.map(({ scheme, value }) => `${scheme}:${value}`))
    expect(repeated(values)).toEqual([])
  })

  it('stand in known countries', () => {
    const unknown = all.filter(({ country }) => country !== null && !COUNTRY_CODES.includes(country))
    expect(unknown).toEqual([])
  })

  it('have clean names', () => {
    const odd = /[\p{Cc}\p{Cf}\uFFFD|<>]| {2}|^ | $|&[a-z#]+;/u
    expect(all.flatMap(allNames).filter((name) => !name || odd.test(name))).toEqual([])
  })

  it('have each name once', () => {
    const twice = (entry: StarterEntry) => repeated(entry.names.map(({ kind, name }) => `${kind}: ${name}`))
    expect(all.flatMap(twice)).toEqual([])
  })

  it('the world’s file is sorted, so that its changes can be read', () => {
    const lines = readFileSync('lib/cli/starter/universities.tsv', 'utf8').trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort())
    expect(lines.filter((line) => line.split('\t').length !== 4)).toEqual([])
  })
})

describe('the curated institutions', () => {
  it('have different names within a country', () => {
    expect(repeated(curated.map((entry) => `${entry.country}:${fold(entry.name)}`))).toEqual([])
  })

  it('have official names in Russian and the languages of their country', () => {
    const missing = centralAsian.flatMap((entry) =>
      ['ru', ...(NATIVE[entry.country ?? ''] ?? [])]
        .filter((language) => !official(entry, language))
        .map((language) => `${entry.name}: ${language}`),
    )
    expect(missing).toEqual([])
  })

  it('are written in the script of the language', () => {
    const wrong = curated.flatMap((entry) =>
      entry.names
        .filter(({ language }) => language)
        .filter(({ name, language }) => {
          const cyrillic = /\p{Script=Cyrillic}/u.test(name)
          return CYRILLIC.includes(language ?? '') ? !cyrillic : cyrillic
        })
        .map(({ name, language }) => `${language}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('mix no scripts within a word', () => {
    const mixed = (name: string) =>
      (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(
        (word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word),
      )
    expect(mixed('Қaзақ')).toBe(true)
    expect(curated.flatMap(allNames).filter(mixed)).toEqual([])
  })

  it('use only letters of the language', () => {
    const foreign: Record<string, RegExp> = {
      ky: /[әғқұһіўҳҷӣӯ]/iu,
      kk: /[ўҳҷӣӯ]/iu,
      tg: /[әңөұһіўыщц]/iu,
      'uz-Cyrl': /[әңөұүһіҷӣӯыщ]/iu,
      ru: /[ўҳҷӣӯ]/iu,
      uz: /['‘’`]/u,
    }
    const wrong = centralAsian.flatMap((entry) =>
      entry.names.filter(({ name, language }) => foreign[language ?? '']?.test(name)).map(({ name }) => name),
    )
    expect(wrong).toEqual([])
  })

  it('have ROR identifiers whose check digits are right', () => {
    const rors = curated.flatMap((entry) => entry.identifiers.filter((i) => i.scheme === 'ror').map((i) => i.value))
    expect(rors.length).toBeGreaterThan(100)
    expect(rors.filter((ror) => !isRor(ror))).toEqual([])
    expect(isRor('026t9hg15')).toBe(false)
  })

  it('stand in cities with a Russian name', () => {
    const nameless = curated.filter(({ city, country }) => cityName(city, country, 'ru') === city)
    expect(nameless.map(({ city }) => city)).toEqual([])
  })
})

describe('a curated institution is found by its name', () => {
  const found = (query: string) =>
    curated
      .filter((entry) => allNames(entry).some((name) => searchWords(query).every((word) => fold(name).includes(word))))
      .map((entry) => entry.name)

  it.each([
    ['IHSM', 'International Higher School of Medicine'],
    ['мвшм', 'International Higher School of Medicine'],
    ['КГМА', 'Kyrgyz State Medical Academy'],
    ['KSMA', 'Kyrgyz State Medical Academy'],
    ['АУЦА', 'American University of Central Asia'],
    ['куу', 'Kyrgyz National University'],
    ['Nazarbayev', 'Nazarbayev University'],
    ['назарбаев', 'Nazarbayev University'],
    ['қазақ ұлттық', 'Al-Farabi Kazakh National University'],
    ['казак улттык', 'Al-Farabi Kazakh National University'],
    ['КазНУ', 'Al-Farabi Kazakh National University'],
    ['ozbek', 'National University of Uzbekistan'],
    ["o'zbekiston milliy", 'National University of Uzbekistan'],
    ['Ўзбекистон миллий', 'National University of Uzbekistan'],
    ['ТашМИ', 'Tashkent State Medical University'],
    ['Tajik National University', 'Tajik National University'],
    ['дмт', 'Tajik National University'],
    ['донишгоҳи миллии', 'Tajik National University'],
    ['turkmen lukman', 'Turkmen State Medical University'],
    ['Эразмус Кыргызстан', 'National Erasmus+ Office in Kyrgyzstan'],
  ])('%s', (query, name) => expect(found(query)).toContain(name))
})

describe('a city', () => {
  it.each([
    ['Bishkek', 'KG', 'ru', 'Бишкек'],
    ['Tashkent', 'UZ', 'ru', 'Ташкент'],
    ['Toshkent', 'UZ', 'ru', 'Ташкент'],
    ['Lodz', 'PL', 'ru', 'Лодзь'],
    ['Łódź', 'PL', 'ru', 'Лодзь'],
    ['Brest', 'FR', 'ru', 'Брест'],
    ['Bishkek', 'KG', 'en', 'Bishkek'],
    ['Bishkek', null, 'ru', 'Bishkek'],
    ['Nowhere', 'KG', 'ru', 'Nowhere'],
    ['constructor', 'KG', 'ru', 'constructor'],
  ] as const)('%s in %s is in %s %s', (city, country, locale, name) =>
    expect(cityName(city, country, locale)).toBe(name),
  )
})

/** ISO 7064 mod 97-10 over Crockford's base 32, as ROR makes its identifiers. */
function isRor(id: string): boolean {
  const digits = /^0([0-9a-hjkmnp-tv-z]{6})(\d\d)$/.exec(id)
  if (!digits) return false
  const number = Array.from(digits[1] ?? '').reduce(
    (sum, sign) => sum * 32 + '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(sign),
    0,
  )
  return 98 - ((number * 100) % 97) === Number(digits[2])
}
