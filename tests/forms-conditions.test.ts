import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QUESTION_KINDS, type QuestionKind } from '#db/enums'
import { readAnswers } from '#lib/attendees/policy/answers'
import { type Piece, piecesOf } from '#lib/forms/policy/answer'
import { type Condition, holds } from '#lib/forms/policy/condition'
import { fieldName, type Typed } from '#lib/forms/policy/names'
import { problemOf } from '#lib/forms/policy/problem'
import type { Asked, Question } from '#lib/forms/policy/question'
import { answerText } from '#lib/forms/policy/say'
import { shownOf } from '#lib/forms/policy/shown'
import { typedOf } from '#lib/forms/policy/typed'

const question = (id: string, kind: QuestionKind = 'short', change: Partial<Question> = {}): Question => ({
  id,
  kind,
  required: false,
  requiredFrom: null,
  staffOnly: false,
  min: null,
  max: null,
  earliest: null,
  latest: null,
  condition: null,
  typeIds: [],
  options: ['a', 'b'].map((option) => ({ id: option, archived: false, label: { text: option, lang: 'en' } })),
  dataClass: 'logistics',
  label: { text: id, lang: 'en' },
  help: { text: '', lang: 'en' },
  archived: false,
  ...change,
})
const text = (value: string): Piece[] => [{ slot: '', text: value }]
const choice = (...ids: string[]): Piece[] => ids.map((id) => ({ slot: id, text: id, optionId: id }))
const number = (value: number): Piece[] => [{ slot: '', text: String(value), number: value }]
const one = (op: Condition['tests'][number]['op'], value?: string): Condition => ({
  mode: 'all',
  tests: [{ questionId: 'x', op, ...(value !== undefined && { value }) }],
})

describe('a condition', () => {
  test.each<[string, Condition, Piece[], boolean]>([
    ['is, of a choice', one('is', 'a'), choice('a'), true],
    ['is, of several', one('is', 'b'), choice('a', 'b'), true],
    ['is another', one('is', 'b'), choice('a'), false],
    ['is, unanswered', one('is', 'a'), [], false],
    ['is yes', one('is', '1'), text('1'), true],
    ['is, a text whatever its case', one('is', 'visa'), text('VISA'), true],
    ['is not', one('is-not', 'a'), choice('b'), true],
    ['is not, though it is', one('is-not', 'a'), choice('a', 'b'), false],
    ['is not, unanswered', one('is-not', 'a'), [], false],
    ['answered', one('answered'), text('x'), true],
    ['answered, unanswered', one('answered'), [], false],
    ['unanswered', one('unanswered'), [], true],
    ['at least', one('at-least', '3'), number(3), true],
    ['at least, less', one('at-least', '3'), number(2.9), false],
    ['at most', one('at-most', '10'), number(9), true],
    ['at most, as numbers and not as texts', one('at-most', '10'), number(9), true],
    ['from a day on', one('at-least', '2027-04-23'), text('2027-04-24'), true],
    ['until a day', one('at-most', '2027-04-23'), text('2027-04-24'), false],
    ['a journey by its day', one('at-least', '2027-04-23'), [{ slot: 'day', text: '2027-04-23' }], true],
    ['compared with nothing', one('at-least'), text('2027-04-24'), false],
  ])('%s', (_, condition, pieces, met) => expect(holds(condition, () => pieces)).toBe(met))

  test('all and any', () => {
    const answers: Record<string, Piece[]> = { p: text('1'), q: text('0') }
    const tests = [
      { questionId: 'p', op: 'is', value: '1' },
      { questionId: 'q', op: 'is', value: '1' },
    ] as const
    expect(holds({ mode: 'all', tests }, (id) => answers[id] ?? [])).toBe(false)
    expect(holds({ mode: 'any', tests }, (id) => answers[id] ?? [])).toBe(true)
  })
})

describe('what is shown', () => {
  const chain = [
    question('visa', 'yes-no'),
    question('passport', 'short', {
      condition: { mode: 'all', tests: [{ questionId: 'visa', op: 'is', value: '1' }] },
    }),
    question('scan', 'file', { condition: { mode: 'all', tests: [{ questionId: 'passport', op: 'answered' }] } }),
  ]
  const ids = (answers: Record<string, Piece[]>, reader = { typeId: 't', staff: false }, all: Asked[] = chain) =>
    shownOf(all, reader, ({ id }) => answers[id] ?? []).map(({ id }) => id)

  test('follows the answers, and an answer out of sight counts for nothing', () => {
    expect(ids({})).toEqual(['visa'])
    expect(ids({ visa: text('1') })).toEqual(['visa', 'passport'])
    expect(ids({ visa: text('1'), passport: text('AN1') })).toEqual(['visa', 'passport', 'scan'])
    expect(ids({ visa: text('0'), passport: text('AN1') })).toEqual(['visa'])
  })
  test('depends on the type, and on who reads', () => {
    const all = [question('a', 'short', { typeIds: ['t'] }), question('b', 'short', { staffOnly: true })]
    expect(ids({}, { typeId: 't', staff: false }, all)).toEqual(['a'])
    expect(ids({}, { typeId: 'u', staff: false }, all)).toEqual([])
    expect(ids({}, { typeId: 'u', staff: true }, all)).toEqual(['b'])
  })
  test('never looks ahead', () => {
    const first = question('first', 'short', {
      condition: { mode: 'all', tests: [{ questionId: 'second', op: 'answered' }] },
    })
    expect(ids({ second: text('x') }, undefined, [first, question('second')])).toEqual(['second'])
  })
})

describe('what was sent', () => {
  const form = (questions: Question[]) => ({
    sections: [
      {
        id: 's',
        stage: 'registration' as const,
        title: { text: '', lang: 'en' },
        help: { text: '', lang: 'en' },
        questions,
      },
    ],
  })
  const read = (questions: Question[], typed: Record<string, string[]>, staff = false) =>
    readAnswers({
      form: form(questions),
      stages: ['registration'],
      reader: { typeId: 't', staff },
      typed: new Map(Object.entries(typed)),
      before: new Map(),
      know: { today: '2027-03-01' },
      demanding: !staff,
    })

  test.each([
    ['a question there is not', { 'q.other': ['x'] }],
    ['a part that its kind has not', { 'q.a.file': ['x'] }],
    ['a question for staff', { 'q.hidden': ['x'] }],
    ['more parts than there are', { 'q.a.b.c': ['x'] }],
  ])('names %s as foreign', (_, typed) => {
    expect(read([question('a'), question('hidden', 'short', { staffOnly: true })], typed).foreign).toHaveLength(1)
  })
  test('drops what stands in questions that are not shown', () => {
    const shown = question('b', 'short', {
      required: true,
      condition: { mode: 'all', tests: [{ questionId: 'a', op: 'is', value: 'yes' }] },
    })
    const reading = read([question('a'), shown], { 'q.a': ['no'], 'q.b': ['x'] })
    expect([...reading.answers.keys()]).toEqual(['a'])
    expect(reading.problems).toEqual([])
    expect(read([question('a'), shown], { 'q.a': ['yes'] }).problems).toHaveLength(1)
  })
  test('demands of staff nothing', () => {
    expect(read([question('a', 'short', { required: true })], {}, true).problems).toEqual([])
  })
})

/** Anything a hostile or clumsy client may send for one question. */
const anyTyped = fc
  .record({
    main: fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a', 'b', '1', '0', '2027-04-23', '12', 'KG', '+996 555 123456', 'https://x.org'),
      ),
      { maxLength: 3 },
    ),
    day: fc.option(fc.oneof(fc.string(), fc.constant('2027-04-23'))),
    time: fc.option(fc.oneof(fc.string(), fc.constant('10:00'))),
    detail: fc.option(fc.string({ unit: 'binary' })),
    file: fc.option(fc.constant('f1')),
  })
  .map(({ main, ...parts }): Typed => {
    const typed = new Map<string, string[]>([[fieldName('x'), main]])
    for (const [part, value] of Object.entries(parts)) if (value !== null) typed.set(fieldName('x', part), [value])
    return typed.set(fieldName('x', 'name'), ['cv.pdf'])
  })

describe.each(QUESTION_KINDS)('whatever is taken for %s', (kind) => {
  test('can be shown, edited, and exported', () => {
    const names = {
      yes: 'Yes',
      no: 'No',
      country: (code: string) => code,
      institution: () => undefined,
      day: (day: string) => day,
    }
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const asked = question('x', kind, { required: true })
        const pieces = piecesOf(asked, typed)
        const problem = problemOf(asked, pieces, { today: '2027-03-01' })
        if (problem) return
        // Shown in the form again it is the same answer, and still taken.
        const again = piecesOf(asked, new Map(Object.entries(typedOf([asked], () => pieces))))
        expect(again).toEqual(pieces)
        expect(problemOf(asked, again, { today: '2027-03-01' })).toBeNull()
        const told = answerText(asked, pieces, names)
        expect(told).not.toBe('')
        expect(told).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/)
      }),
      { numRuns: 300 },
    )
  })
})
