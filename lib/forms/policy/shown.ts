import type { Piece } from '#lib/forms/policy/answer'
import { holds } from '#lib/forms/policy/condition'
import type { Asked } from '#lib/forms/policy/question'

/** Who is asked. `staff` are asked what participants are not. */
export type Reader = { typeId: string; staff: boolean }

/**
 * The questions that are shown, in their order: those for the person's type whose condition holds on what was answered to the shown ones
 * before. What stands in a question that is not shown is no answer.
 * @param questions every question of the form up to the last one looked at, in order
 */
export function shownOf<One extends Asked>(
  questions: readonly One[],
  reader: Reader,
  answerTo: (question: One) => readonly Piece[],
): One[] {
  const answered = new Map<string, readonly Piece[]>()
  const shown: One[] = []
  for (const question of questions) {
    // What staff alone are asked takes part in conditions all the same.
    const forThem = question.typeIds.length === 0 || question.typeIds.includes(reader.typeId)
    if (!forThem || (question.condition && !holds(question.condition, (id) => answered.get(id) ?? []))) continue
    answered.set(question.id, answerTo(question))
    if (!question.staffOnly || reader.staff) shown.push(question)
  }
  return shown
}
