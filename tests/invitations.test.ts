import { describe, expect, test } from 'vitest'
import { invitationToken, linkMatches, linkToken, readLink } from '#lib/auth/link'
import { codeOf, hashCode, readCode, spellInvitation } from '#lib/invitations/policy/code'
import { readPasted } from '#lib/invitations/policy/paste'
import { codeTerms } from '#lib/invitations/schema/code'

test.each([
  ['1', true],
  ['500', true],
  ['501', false],
  ['10000', false],
  ['0', false],
])('a code with %s places: %s', (places, good) => {
  const terms = { label: 'Higher School', places, expiresAt: '2027-04-01T12:00' }
  const wrong = codeTerms.safeParse(terms).error?.issues.some(({ path }) => path[0] === 'places') ?? false
  expect(wrong).toBe(!good)
})

describe('people who are pasted', () => {
  const one = (text: string) => {
    const { people, problems } = readPasted(text)
    return [people.map(({ email, givenName, familyName }) => [givenName, familyName, email]), problems.length]
  }
  test.each([
    ['Gulnara Bekova <g@med.example>', 'Gulnara', 'Bekova'],
    ['"Bekova, Gulnara" <g@med.example>', 'Gulnara', 'Bekova'],
    ['Bekova, Gulnara; g@med.example', 'Gulnara', 'Bekova'],
    ['Bekova, Gulnara, g@med.example', 'Gulnara', 'Bekova'],
    ['Gulnara\tBekova\tg@med.example', 'Gulnara', 'Bekova'],
    ['1\tGulnara\tBekova\tg@med.example\tBishkek', 'Gulnara', 'Bekova'],
    ['g@med.example;Gulnara;Bekova', 'Gulnara', 'Bekova'],
    ['g@med.example', '', ''],
    ['  <g@med.example>, ', '', ''],
    ['\ufeffGulnara Maria Bekova (g@med.example)', 'Gulnara Maria', 'Bekova'],
    ['Гульнара Бекова g@med.example', 'Гульнара', 'Бекова'],
    ['Oʻktam\u00a0Dzhumagulov mailto:g@med.example.', 'Oʻktam', 'Dzhumagulov'],
    ['Gulnara g@med.example', 'Gulnara', ''],
  ])('%j', (text, given, family) => expect(one(text)).toEqual([[[given, family, 'g@med.example']], 0]))

  test.each([
    ['Family name\tGiven name\tE-mail\nBekova\tGulnara\tg@med.example', 'Gulnara', 'Bekova'],
    ['Имя;Фамилия;Почта\nГульнара;Бекова;g@med.example', 'Гульнара', 'Бекова'],
    ['Фамилия,Имя,Почта\nБекова,Гульнара,g@med.example', 'Гульнара', 'Бекова'],
    ['Given name,Family name,E-mail\nGulnara,Bekova,g@med.example', 'Gulnara', 'Bekova'],
    ['Name\tInstitution\tE-mail\nGulnara Bekova\tHigher School\tg@med.example', 'Gulnara', 'Bekova'],
    ['\nE-mail\n\ng@med.example', '', ''],
  ])('under a heading: %j', (text, given, family) => expect(one(text)).toEqual([[[given, family, 'g@med.example']], 0]))

  test('lines without one good address are told by their numbers', () => {
    const { people, problems } = readPasted(
      'a@b.example\n\nGulnara Bekova\nc@d\ne@f.example, g@h.example\r\ni@j.example',
    )
    expect(people.map(({ line }) => line)).toEqual([1, 6])
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5])
  })

  test('are a thousand at most, and nothing else takes long', () => {
    const { people, problems } = readPasted(Array.from({ length: 1002 }, (_, i) => `p${i}@a.example`).join('\n'))
    expect([people.length, problems.length]).toEqual([1000, 2])
    const start = performance.now()
    readPasted(`${'a@'.repeat(50_000)}\n${' ,;'.repeat(50_000)}`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the code of an organization', () => {
  const [id, other] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']
  test('is of eight signs that cannot be mistaken, another for each code and version', () => {
    const codes = [codeOf({ id, version: 1 }), codeOf({ id, version: 2 }), codeOf({ id: other, version: 1 })]
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(new Set(codes).size).toBe(3)
    expect(codeOf({ id, version: 1 })).toBe(codes[0])
  })

  test.each([
    ['BISH-7K2Q', 'BISH7K2Q'],
    [' bish 7k2q ', 'BISH7K2Q'],
    ['bish–7k2q.', 'BISH7K2Q'],
    ['ВНТК-7К2М', 'BHTK7K2M'],
    ['BISH-7K2', null],
    ['BISH-7K2QQ', null],
    ['', null],
    ['Ж'.repeat(8), null],
  ])('%j is read as %j', (typed, code) => expect(readCode(typed)).toBe(code))

  test('is read as it is spelled', () => {
    const code = codeOf({ id, version: 1 })
    expect(readCode(spellInvitation(code))).toBe(code)
    expect(hashCode(code)).not.toContain(code)
  })
})

test('the link of an invitation is no private link, nor the other way round', () => {
  const id = '018f0000-0000-7000-8000-000000000001'
  const [own, invited] = [readLink(linkToken(id, 1)), readLink(invitationToken(id, 1))]
  if (!own || !invited) throw new Error('unread')
  expect([own.id, invited.id]).toEqual([id, id])
  expect([linkMatches(own, 1), linkMatches(invited, 1, 'invitation')]).toEqual([true, true])
  expect([linkMatches(invited, 1), linkMatches(own, 1, 'invitation'), linkMatches(invited, 2, 'invitation')]).toEqual([
    false,
    false,
    false,
  ])
})
test('leaves a line unread that is longer than any person’s', () => {
  const { people, problems } = readPasted(`${'x'.repeat(150_000)}\nbekova@med.example`)
  expect(people.map(({ email }) => email)).toEqual(['bekova@med.example'])
  expect(problems.map(({ line }) => line)).toEqual([1])
})
