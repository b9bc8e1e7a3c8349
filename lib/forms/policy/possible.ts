import type { QuestionKind } from '#db/enums'
import type { ConditionTest, TestKind } from '#lib/forms/policy/condition'
import { type EditedForm, liveQuestions } from '#lib/forms/policy/edited'
import { isDay } from '#lib/forms/policy/problem'

/** As many tests as anybody can still follow. */
export const MOST_TESTS = 8

/** What a test compares an answer with. */
export type ValueKind = 'none' | 'option' | 'yes-no' | 'country' | 'number' | 'date' | 'time' | 'text'

const EQUAL = ['is', 'is-not'] as const
const ORDER = ['at-least', 'at-most'] as const
const THERE = ['answered', 'unanswered'] as const
const WITH_VALUE: Record<QuestionKind, readonly [Exclude<ValueKind, 'none'>, readonly TestKind[]] | null> = {
  one: ['option', EQUAL],
  several: ['option', EQUAL],
  list: ['option', EQUAL],
  'yes-no': ['yes-no', EQUAL],
  country: ['country', EQUAL],
  short: ['text', EQUAL],
  number: ['number', [...EQUAL, ...ORDER]],
  date: ['date', [...EQUAL, ...ORDER]],
  time: ['time', [...EQUAL, ...ORDER]],
  travel: ['date', ORDER],
  // Of these it can only be asked whether there is an answer.
  long: null,
  phone: null,
  institution: null,
  url: null,
  file: null,
  picture: null,
  consent: null,
}

/** The tests that make sense for a question of a kind. */
export const operatorsFor = (kind: QuestionKind): TestKind[] => [...(WITH_VALUE[kind]?.[1] ?? []), ...THERE]

export const valueKindOf = (kind: QuestionKind, op: TestKind): ValueKind =>
  op === 'answered' || op === 'unanswered' ? 'none' : (WITH_VALUE[kind]?.[0] ?? 'none')

type Tested = { kind: QuestionKind; options: readonly { id: string; archived: boolean }[] }

/** Whether a test on a question can be made, and why not: its operator or its value does not fit. */
export function testProblem(question: Tested, { op, value = '' }: Omit<ConditionTest, 'questionId'>) {
  if (!operatorsFor(question.kind).includes(op)) return 'op' as const
  return valueFits(question, valueKindOf(question.kind, op), value) ? null : ('value' as const)
}

function valueFits({ options }: Tested, kind: ValueKind, value: string): boolean {
  switch (kind) {
    case 'none':
      return true
    case 'option':
      return options.some((option) => option.id === value && !option.archived)
    case 'yes-no':
      return value === '1' || value === '0'
    case 'country':
      return /^[A-Z]{2}$/.test(value)
    case 'number':
      return value !== '' && Number.isFinite(Number(value))
    case 'date':
      return isDay(value)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    case 'text':
      return value.trim() !== ''
  }
}

/** A test as it is kept: without a value where none is compared, numbers and texts as answers spell them. */
export function canonicalTest(kind: QuestionKind, { questionId, op, value = '' }: ConditionTest): ConditionTest {
  const compares = valueKindOf(kind, op)
  if (compares === 'none') return { questionId, op }
  const plain = value.trim().normalize('NFC')
  if (compares !== 'number') return { questionId, op, value: plain }
  const number = plain.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return { questionId, op, value: /^[+-]?(\d+\.?\d*|\.\d+)$/.test(number) ? String(Number(number)) : plain }
}

/** A question whose condition cannot stand, and the question that it relies on. */
export type Broken = { questionId: string; on: string }

/** The conditions that a form cannot have: on a question that does not stand before, or with a test that cannot be made. */
export function brokenIn(form: EditedForm): Broken[] {
  const live = liveQuestions(form)
  return live.flatMap((question, at) =>
    (question.condition?.tests ?? []).flatMap((test) => {
      const on = live.slice(0, at).find((one) => one.id === test.questionId)
      return on && !testProblem(on, test) ? [] : [{ questionId: question.id, on: test.questionId }]
    }),
  )
}

/** The conditions on a question that would mean something else, or nothing, if it were of another kind. */
export const meansOtherwise = (form: EditedForm, id: string, from: QuestionKind, to: QuestionKind): Broken[] =>
  liveQuestions(form)
    .filter((question) =>
      question.condition?.tests.some(
        ({ questionId, op }) => questionId === id && valueKindOf(from, op) !== valueKindOf(to, op),
      ),
    )
    .map((question) => ({ questionId: question.id, on: id }))
