import { describe, expect, it } from 'vitest'
import { QUESTION_KINDS, type QuestionKind } from '#db/enums'
import type { Piece } from '#lib/forms/policy/answer'
import { convertAnswer, keepsAll } from '#lib/forms/policy/change-kind'
import { holds, TESTS } from '#lib/forms/policy/condition'
import { canonicalTest, operatorsFor, testProblem, valueKindOf } from '#lib/forms/policy/possible'
import { rearranged } from '#lib/forms/policy/rows'

const OPTIONS = [
  { id: 'a', archived: false },
  { id: 'b', archived: true },
]
const asked = (kind: QuestionKind) => ({ kind, options: OPTIONS })

describe('what can be asked of an answer', () => {
  it.each(QUESTION_KINDS)('%s: whether there is one, and no operator twice', (kind) => {
    const operators = operatorsFor(kind)
    expect(operators).toEqual(expect.arrayContaining(['answered', 'unanswered']))
    expect(new Set(operators).size).toBe(operators.length)
    for (const op of TESTS.filter((one) => !operators.includes(one)))
      expect(testProblem(asked(kind), { op, value: '1' })).toBe('op')
    for (const op of operators) expect(valueKindOf(kind, op) === 'none').toBe(op === 'answered' || op === 'unanswered')
  })
  it.each<[QuestionKind, string, string[], string[]]>([
    ['one', 'is', ['a'], ['b', 'c', '']],
    ['yes-no', 'is', ['1', '0'], ['2', '', 'yes']],
    ['country', 'is-not', ['KG'], ['kg', 'Kyrgyzstan', '']],
    ['number', 'at-least', ['0', '-2.5'], ['', 'two']],
    ['date', 'at-most', ['2027-02-28'], ['2027-02-30', '', '28.02.2027']],
    ['time', 'at-least', ['09:30'], ['9:30', '25:00', '']],
    ['travel', 'at-least', ['2027-04-01'], ['10:00']],
    ['short', 'is', ['anything'], ['', '  ']],
  ])('%s %s', (kind, op, good, bad) => {
    for (const value of good) expect(testProblem(asked(kind), { op: op as 'is', value })).toBeNull()
    for (const value of bad) expect(testProblem(asked(kind), { op: op as 'is', value })).toBe('value')
  })
  it('a kept test holds for the answer it names', () => {
    const test = canonicalTest('number', { questionId: 'q', op: 'is', value: ' 2,50 ' })
    expect(holds({ mode: 'all', tests: [test] }, () => [{ slot: '', text: '2.5', number: 2.5 }])).toBe(true)
    expect(canonicalTest('number', { questionId: 'q', op: 'answered', value: 'x' })).toEqual({
      questionId: 'q',
      op: 'answered',
    })
  })
})

describe('another kind', () => {
  const SAMPLES: Partial<Record<QuestionKind, Piece[]>> = {
    short: [{ slot: '', text: 'Words' }],
    long: [{ slot: '', text: 'Words\nand more' }],
    number: [{ slot: '', text: '12.5', number: 12.5 }],
    one: [{ slot: '', text: 'a', optionId: 'a' }],
    list: [{ slot: '', text: 'b', optionId: 'b' }],
    several: [
      { slot: 'a', text: 'a', optionId: 'a' },
      { slot: 'b', text: 'b', optionId: 'b' },
    ],
    date: [{ slot: '', text: '2027-04-23' }],
    time: [{ slot: '', text: '09:30' }],
    travel: [
      { slot: 'day', text: '2027-04-23' },
      { slot: 'time', text: '09:30' },
      { slot: 'detail', text: 'KC 131' },
    ],
    phone: [{ slot: '', text: '+996 555 123456' }],
    country: [{ slot: '', text: 'KG', countryCode: 'KG' }],
    institution: [{ slot: '', text: 'University', institutionId: 'i' }],
    url: [{ slot: '', text: 'https://mail.test/a' }],
    picture: [{ slot: '', text: 'me.jpg', fileId: 'f' }],
    consent: [{ slot: '', text: '1' }],
  }
  const pairs = QUESTION_KINDS.flatMap((from) => QUESTION_KINDS.map((to) => [from, to] as const)).filter(([from, to]) =>
    keepsAll(from, to),
  )
  it.each(pairs.filter(([from]) => SAMPLES[from]))('%s to %s loses nothing, as promised', (from, to) => {
    const options = OPTIONS.map((one) => ({ ...one, label: one.id.toUpperCase() }))
    const pieces = convertAnswer(SAMPLES[from] ?? [], { from, to, options, countryName: () => 'Kyrgyzstan' })
    expect(pieces?.length).toBeGreaterThan(0)
  })
  it('control: what is not promised can be lost', () => {
    expect(
      convertAnswer(SAMPLES.several ?? [], { from: 'several', to: 'one', options: [], countryName: String }),
    ).toBeNull()
    expect(keepsAll('several', 'one')).toBe(false)
  })
})

describe('rows of a form', () => {
  const values = {
    kind: 'one',
    ...{ 'options.0.id': 'x', 'options.0.label.en': 'X' },
    ...{ 'options.2.label.en': 'New', 'options.3.label.en': '' },
    'label.en': 'Typed',
  }
  it('move, and keep what else is typed', () => {
    const moved = rearranged(values, 'option-up.1')
    expect(moved.values).toMatchObject({ 'label.en': 'Typed', 'options.0.label.en': 'New', 'options.1.id': 'x' })
    expect(moved.focus).toBe('option-down.0')
  })
  it('go when nobody has seen them, else are only taken out', () => {
    expect(rearranged(values, 'option-out.0').values['options.0.archived']).toBe('1')
    expect(Object.keys(rearranged(values, 'option-out.1').values)).not.toContain('options.1.label.en')
  })
  it('come more, with the focus on the first', () => {
    expect(rearranged(values, 'option-more')).toMatchObject({
      values: { optionBlank: '3' },
      focus: 'options.2.label.first',
    })
  })
})
