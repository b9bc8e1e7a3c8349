import type { Piece } from '#lib/forms/policy/answer'

/** `is` of a choice, a yes or no, a country or a text; `at-least` and `at-most` of numbers, days and times. */
export const TESTS = ['is', 'is-not', 'answered', 'unanswered', 'at-least', 'at-most'] as const
export type TestKind = (typeof TESTS)[number]

/** `value` is an option's id, `1` or `0` for yes and no, a country's code, a number, a day or a time. */
export type ConditionTest = { questionId: string; op: TestKind; value?: string }

/** When a question is shown: when all or any of the tests on earlier answers hold. */
export type Condition = { mode: 'all' | 'any'; tests: readonly ConditionTest[] }

/** @param answerTo what was answered to an earlier question; nothing for one that was not shown */
export function holds(condition: Condition, answerTo: (questionId: string) => readonly Piece[]): boolean {
  const passes = (test: ConditionTest) => testHolds(test, answerTo(test.questionId))
  return condition.mode === 'all' ? condition.tests.every(passes) : condition.tests.some(passes)
}

function testHolds({ op, value = '' }: ConditionTest, pieces: readonly Piece[]): boolean {
  switch (op) {
    case 'answered':
      return pieces.length > 0
    case 'unanswered':
      return pieces.length === 0
    case 'is':
      return pieces.some((piece) => says(piece, value))
    // Whoever has not answered has not said otherwise: asked of those who answered alone.
    case 'is-not':
      return pieces.length > 0 && !pieces.some((piece) => says(piece, value))
    case 'at-least':
      return pieces.some((piece) => order(piece, value) >= 0)
    case 'at-most':
      return pieces.some((piece) => order(piece, value) <= 0)
  }
}

const says = (piece: Piece, value: string) =>
  (piece.optionId ?? piece.institutionId ?? piece.text.toLocaleLowerCase()) === value.toLocaleLowerCase()

/** Below zero when the answer comes before the value; NaN, which fulfils nothing, when the two cannot be compared. */
function order(piece: Piece, value: string): number {
  if (piece.number !== undefined) return piece.number - Number(value)
  // A journey is compared by its day.
  if (piece.slot !== '' && piece.slot !== 'day') return Number.NaN
  if (value === '') return Number.NaN
  return piece.text < value ? -1 : piece.text > value ? 1 : 0
}
