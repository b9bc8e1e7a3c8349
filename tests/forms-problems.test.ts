import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { QUESTION_KINDS, type QuestionKind } from '#db/enums'
import * as ours from '#lib/forms/policy/answer'
import { fieldName } from '#lib/forms/policy/names'
import * as rules from '#lib/forms/policy/problem'
import type { Asked } from '#lib/forms/policy/question'
import { enhancement } from '#lib/server/enhance'

/** The rules as browsers get them: the files that the server sends, run as they are. */
const folder = mkdtempSync(path.join(tmpdir(), 'serai-form-rules-'))
for (const name of ['answer', 'condition', 'names', 'problem', 'question', 'shown'])
  writeFileSync(path.join(folder, `form-${name}.js`), enhancement(`form-${name}.js`) ?? '')
writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
const served = (name: string) => import(pathToFileURL(path.join(folder, `form-${name}.js`)).href)
const theirs: typeof ours = await served('answer')
const theirRules: typeof rules = await served('problem')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const question = (kind: QuestionKind, change: Partial<Asked> = {}): Asked => ({
  id: 'x',
  kind,
  required: true,
  requiredFrom: null,
  staffOnly: false,
  min: null,
  max: null,
  earliest: null,
  latest: null,
  condition: null,
  typeIds: [],
  options: [
    { id: 'a', archived: false },
    { id: 'b', archived: false },
    { id: 'old', archived: true },
  ],
  ...change,
})
const NOTHING = {} as Record<string, string | string[]>
const fields = (typed: string | string[] | Record<string, string | string[]>) =>
  new Map(
    Object.entries(typeof typed === 'string' || Array.isArray(typed) ? { '': typed } : typed).map(([part, value]) => [
      fieldName('x', part),
      [value].flat(),
    ]),
  )
const TODAY = '2027-03-01'

type Row = [kind: QuestionKind, typed: Parameters<typeof fields>[0], code: string | null, change?: Partial<Asked>]
const LONG = 'я'.repeat(301)
const cases: Row[] = [
  ['short', 'Анна', null],
  ['short', '', 'required'],
  ['short', '   ', 'required'],
  ['short', '\u202e\u0007', 'required'],
  ['short', '', null, { required: false }],
  ['short', LONG, 'too-long'],
  ['short', 'x'.repeat(1_000_000), 'too-long'],
  ['short', 'abc', 'too-short', { min: 4 }],
  // Letters, not code units.
  ['short', '𝒳𝒳𝒳', null, { max: 3 }],
  ['short', '<script>alert(1)</script>', null],
  ['long', 'a\r\nb', null],
  ['long', 'x'.repeat(5001), 'too-long'],
  ['number', '12', null],
  ['number', '3,5', null],
  ['number', '1 200', null],
  ['number', '-4', 'too-small', { min: 0 }],
  ['number', '11', 'too-large', { max: 10 }],
  ['number', '10', null, { min: 1, max: 10 }],
  ['number', '1e5', 'number'],
  ['number', 'Infinity', 'number'],
  ['number', '0x10', 'number'],
  ['number', '9'.repeat(400), 'number'],
  ['yes-no', '1', null],
  ['yes-no', '0', null],
  ['yes-no', 'maybe', 'yes-no'],
  ['yes-no', '', 'choose'],
  ['one', 'a', null],
  ['one', '', 'choose'],
  ['one', 'c', 'option'],
  ['one', 'old', 'option'],
  ['list', 'b', null],
  ['list', '__proto__', 'option'],
  ['several', ['a', 'b'], null],
  ['several', ['a', 'a'], null],
  ['several', ['a', 'forged'], 'option'],
  ['several', ['a'], 'too-few', { min: 2 }],
  ['several', ['a', 'b'], 'too-many', { max: 1 }],
  ['several', [], 'required'],
  ['date', '2027-04-23', null],
  ['date', '2027-02-30', 'date'],
  ['date', '23.04.2027', 'date'],
  ['date', '2027-04-22', 'too-early', { earliest: '2027-04-23' }],
  ['date', '2027-04-25', 'too-late', { latest: '2027-04-24' }],
  ['time', '09:30', null],
  ['time', '9:30', null],
  ['time', '09:30:00', null],
  ['time', '24:00', 'time'],
  ['travel', { day: '2027-04-22', time: '03:15', detail: 'TK 348' }, null],
  ['travel', { day: '2027-04-22' }, null],
  ['travel', { detail: 'by train' }, 'day-first'],
  ['travel', { day: 'soon' }, 'date'],
  ['travel', { day: '2027-04-22', time: '25:00' }, 'time'],
  ['travel', NOTHING, 'required'],
  ['phone', '+996 555 12 34 56', null],
  ['phone', '0555 123456', 'phone'],
  ['phone', '+call me', 'phone'],
  ['country', 'KG', null],
  ['country', 'kg', 'country'],
  ['country', '', 'choose'],
  ['institution', 'Nazarbayev University', null],
  ['institution', 'N', 'too-short'],
  ['url', 'https://example.org/a?b=c', null],
  ['url', 'example.org', 'url'],
  ['url', 'javascript:alert(1)', 'url'],
  ['url', 'https://user:secret@example.org', 'url'],
  ['url', 'https://localhost', 'url'],
  ['file', { file: 'f1', name: 'cv.pdf' }, null],
  ['file', NOTHING, 'required'],
  ['picture', { file: 'f1', name: 'me.jpg' }, null],
  ['consent', '1', null],
  ['consent', '', 'consent'],
  ['consent', 'yes please', 'consent'],
  ['consent', '', null, { required: false }],
]

describe('every answer is judged alike on the server and in the browser', () => {
  test.each(cases)('%s %j: %s', (kind, typed, code, change) => {
    const asked = question(kind, change)
    const know = { today: TODAY }
    expect(rules.problemOf(asked, ours.piecesOf(asked, fields(typed)), know)?.code ?? null).toBe(code)
    expect(theirRules.problemOf(asked, theirs.piecesOf(asked, fields(typed)), know)?.code ?? null).toBe(code)
    expect(theirs.piecesOf(asked, fields(typed))).toEqual(ours.piecesOf(asked, fields(typed)))
  })
  test('every kind is among them, with an answer that will do and one that will not', () => {
    for (const kind of QUESTION_KINDS) {
      const own = cases.filter((row) => row[0] === kind)
      expect([kind, own.some((row) => row[2] === null)]).toEqual([kind, true])
      if (kind !== 'picture') expect([kind, own.some((row) => row[2] !== null)]).toEqual([kind, true])
    }
  })
})

describe('answers are kept in one spelling', () => {
  test.each([
    ['number', '1 200,50', '1200.5'],
    ['number', '+7', '7'],
    ['time', '9:05', '09:05'],
    ['time', '14:30:00', '14:30'],
    ['short', ' a\u0000\u202eb\tc ', 'a b c'],
    ['short', 'e\u0301', 'é'],
    ['long', 'one\r\ntwo\u0007\tthree', 'one\ntwo \tthree'],
    ['short', 'half \ud800 pair', 'half  pair'],
  ] as const)('%s %j is %j', (kind, typed, text) => {
    expect(ours.piecesOf(question(kind), fields(typed))[0]?.text).toBe(text)
  })
})

describe('required from a day on', () => {
  const later = question('short', { requiredFrom: '2027-03-15' })
  test.each([
    ['2027-03-14', null],
    ['2027-03-15', 'required'],
    ['2028-01-01', 'required'],
  ])('on %s: %s', (today, code) => {
    expect(rules.problemOf(later, [], { today })?.code ?? null).toBe(code)
  })
})

test('an option no longer offered stays with those who chose it', () => {
  const [asked, pieces] = [question('one'), [{ slot: '', text: 'old', optionId: 'old' }]]
  expect(rules.problemOf(asked, pieces, { today: TODAY })?.code).toBe('option')
  expect(rules.problemOf(asked, pieces, { today: TODAY, kept: (id) => id === 'old' })).toBeNull()
})
