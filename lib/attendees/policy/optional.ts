import { isRequired } from '#lib/forms/policy/problem'
import type { Question } from '#lib/forms/policy/question'

/** What nobody has to tell of themselves. Name, address, institution, country and type stay: they are the evidence of who took part. */
export const OPTIONAL_FIELDS = ['title', 'nativeName', 'badgeName', 'position', 'phone'] as const

/**
 * The questions whose answers the participant may have erased: what need not be answered, or is asked no more, and was not written down by staff.
 * @param today the day where the event takes place
 */
export const isErasable = (question: Question, today: string): boolean =>
  !question.staffOnly && (question.archived || !isRequired(question, today))
