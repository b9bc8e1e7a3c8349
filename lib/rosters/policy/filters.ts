import { ANSWERED, UNANSWERED } from '#lib/attendees/schema/list'
import { CHOOSES, type Question } from '#lib/forms/policy/question'

export type AnswerFilter = {
  /** The question's. */
  id: string
  label: string
  options: { value: string; label: string; n?: number }[]
}
type Words = {
  yes: string
  no: string
  answered: string
  unanswered: string
  country: (code: string) => string
  institution: (id: string) => string | undefined
}

/** What the list can be filtered by of the form: what was answered, or that it was. `counts` are by question and value. */
export function answerFilters(
  questions: readonly Question[],
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  words: Words,
  collator: Intl.Collator,
): AnswerFilter[] {
  return questions.map((question) => {
    const counted = counts.get(question.id) ?? new Map<string, number>()
    const whether = [
      { value: ANSWERED, label: words.answered },
      { value: UNANSWERED, label: words.unanswered },
    ]
    const { id, kind, label } = question
    // A consent is given, or it is not.
    const all =
      kind === 'consent'
        ? [
            { value: '1', label: words.yes, n: counted.get('1') ?? 0 },
            { value: UNANSWERED, label: words.no },
          ]
        : [...saidIn(question, counted, words, collator), ...whether]
    return { id, label: label.text, options: all }
  })
}

function saidIn(
  { kind, options }: Question,
  counted: ReadonlyMap<string, number>,
  words: Words,
  collator: Intl.Collator,
): AnswerFilter['options'] {
  const option = (value: string, label: string) => ({ value, label, n: counted.get(value) ?? 0 })
  const occurring = (label: (value: string) => string) =>
    [...counted.keys()].map((value) => option(value, label(value))).sort((a, b) => collator.compare(a.label, b.label))
  // What is no longer offered can be looked for while somebody has it.
  if (CHOOSES.includes(kind))
    return options
      .filter(({ id, archived }) => !archived || counted.has(id))
      .map(({ id, label }) => option(id, label.text))
  if (kind === 'yes-no') return [option('1', words.yes), option('0', words.no)]
  if (kind === 'country') return occurring(words.country)
  if (kind === 'institution') return occurring((id) => words.institution(id) ?? id)
  return []
}
