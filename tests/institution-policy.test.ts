import { describe, expect, it } from 'vitest'
import { normalIdentifier } from '#lib/institutions/policy/identifier'
import { likeness } from '#lib/institutions/policy/likeness'
import { bestFew, type Candidate, ranked } from '#lib/institutions/policy/match'
import { matchedName, nameFor, searchKeyOf } from '#lib/institutions/policy/name'
import { rorId, rorRecord } from '#tests/setup/ror'

describe('an identifier', () => {
  it.each([
    ['ror', '026t9hg14', '026t9hg14'],
    ['ror', ' https://ror.org/026T9HG14 ', '026t9hg14'],
    ['ror', '026t9hg15', null],
    ['ror', '126t9hg14', null],
    ['ror', '026t9hgl4', null],
    ['ror', '', null],
    ['oid', 'E10208731', 'E10208731'],
    ['oid', 'e 1020 8731', 'E10208731'],
    ['oid', 'E1020873', null],
    ['oid', '10208731', null],
    ['pic', '999 888 777', '999888777'],
    ['pic', '99988877', null],
    ['pic', '99988877a', null],
    ['erasmus', 'D  BERLIN01', 'D  BERLIN01'],
    ['erasmus', 'd berlin01', 'D  BERLIN01'],
    ['erasmus', 'LT VILNIUS01', 'LT VILNIUS01'],
    ['erasmus', 'IRLDUBLIN01', 'IRLDUBLIN01'],
    ['erasmus', 'IRL DUBLIN01', 'IRLDUBLIN01'],
    ['erasmus', 'BERLIN01', null],
    ['erasmus', 'D  BERLIN', null],
    ['schac', 'vu.lt', 'vu.lt'],
    ['schac', 'urn:schac:vu', null],
    ['domain', 'https://www.KSMA.kg/en/', 'ksma.kg'],
    ['domain', 'someone@ksma.kg', 'ksma.kg'],
    ['domain', 'университет.рф', 'xn--b1agajc0ayikbb.xn--p1ai'],
    ['domain', 'localhost', null],
    ['domain', '10.0.0.1', null],
    ['domain', 'a b.org', null],
    ['domain', `${'a'.repeat(64)}.org`, null],
    ['domain', 'javascript:alert(1)', null],
  ] as const)('%s %j is kept as %j', (scheme, typed, kept) => expect(normalIdentifier(scheme, typed)).toBe(kept))

  it('of the test’s own making has right check digits', () => {
    const id = rorId(rorRecord({ names: [['x', 'label']] }))
    expect(normalIdentifier('ror', id)).toBe(id)
  })
})

describe('the best come first', () => {
  const one = (id: string, name: string, countryCode = 'KG'): Candidate => ({
    id,
    searchKey: searchKeyOf(name.split('/'), 'Osh', []),
    sortKey: name,
    countryCode,
  })
  const order = (query: string, country: string | null, ...candidates: Candidate[]) =>
    ranked(candidates, query.split(' '), country).map(({ id }) => id)

  it('a name that is the query, before those of the country, before the rest', () =>
    expect(
      order('nu', 'KG', one('begins', 'nurture'), one('within', 'menu'), one('exact', 'long name/NU', 'KZ')),
    ).toEqual(['exact', 'begins', 'within']))

  it('the country narrows but never hides', () => {
    const all = [one('a', 'state medical', 'KZ'), one('b', 'old state medical', 'KG')]
    expect(order('state', 'KG', ...all)).toEqual(['b', 'a'])
    expect(order('state', 'KZ', ...all)).toEqual(['a', 'b'])
    expect(order('state', null, ...all)).toEqual(['a', 'b'])
  })

  it('of a list that the country would fill, the last rows are others’', () => {
    const here = ['a', 'b', 'c', 'd'].map((id) => one(id, `state ${id}`))
    const best = ranked([one('x', 'state x', 'KZ'), one('y', 'our state', 'UZ'), ...here], ['state'], 'KG')
    const ids = (country: string | undefined) => bestFew(best, country, 4).map(({ id }) => id)
    expect(ids('KG')).toEqual(['a', 'b', 'x', 'y'])
    expect(ids(undefined)).toEqual(['a', 'b', 'c', 'd'])
    expect(bestFew(best.slice(0, 3), 'KG', 4)).toHaveLength(3)
  })

  it('the beginning of a name, then words that begin, then what is within; the shorter first', () =>
    expect(
      order(
        'art',
        null,
        one('within', 'heart'),
        one('word', 'fine art'),
        one('long', 'art of war'),
        one('short', 'arts'),
      ),
    ).toEqual(['short', 'long', 'word', 'within']))
})

describe('likeness', () => {
  const key = (...names: string[]) => searchKeyOf(names, '', [])
  it('is 1 for one name and 0 for nothing in common', () => {
    expect(likeness(key('Osh State University'), key('OSU', 'osh state university'))).toBe(1)
    expect(likeness(key('abc'), key('xyz'))).toBe(0)
    expect(likeness(key(''), key('xyz'))).toBe(0)
  })
  it('tells a slip of the pen from another institution', () => {
    const name = key('Kyrgyz State Medical Academy')
    const slip = likeness(name, key('Kyrgiz State Medicl Academy'))
    const other = likeness(name, key('Kyrgyz National Conservatory'))
    expect(slip).toBeGreaterThan(0.7)
    expect(other).toBeLessThan(0.5)
  })
})

describe('names', () => {
  const names = [
    { name: 'КНУ', language: null, kind: 'acronym', folded: 'knu' },
    { name: 'KNU', language: null, kind: 'acronym', folded: 'knu' },
    { name: 'Кыргызский национальный университет', language: 'ru', kind: 'official', folded: 'x' },
  ] as const
  it('are shown in the reader’s language, else as the main one', () => {
    expect(nameFor('ru', 'Main', names)).toBe('Кыргызский национальный университет')
    expect(nameFor('en', 'Main', names)).toBe('Main')
  })
  it('that matched are told in the script that was typed', () => {
    expect(matchedName(names, 'кну', ['knu'])).toBe('КНУ')
    expect(matchedName(names, 'knu', ['knu'])).toBe('KNU')
    expect(matchedName(names, 'zzz', ['zzz'])).toBeNull()
  })
})
