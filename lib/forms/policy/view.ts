import type { Condition } from '#lib/forms/policy/condition'
import { isRequired } from '#lib/forms/policy/problem'
import type { Form, Question, Section } from '#lib/forms/policy/question'

/** A question with what a page tells of it beside: whether it may stay empty today, and in words when it applies. */
export type ShownQuestion = Question & { optional: boolean; only: string }
export type ShownSection = Omit<Section, 'questions'> & { questions: readonly ShownQuestion[] }

export type Showing = {
  stages: readonly Section['stage'][]
  staff: boolean
  /** The day where the event takes place. */
  today: string
  words: {
    yes: string
    no: string
    /** The sentence for "answer if …", with `{condition}` in it, and how two conditions are joined. */
    only: string
    and: string
    or: string
    /** By operator, with `{label}` and `{value}`. */
    tests: Record<string, string>
  }
}

/** What a page shows of a form: its stages, without what is for staff alone and sections that are empty then. Options no longer offered stay for those who chose them (`kept`). */
export function shownForm(
  form: Form,
  { stages, staff, today, words }: Showing,
  kept: ReadonlySet<string> = new Set(),
): ShownSection[] {
  const all = form.sections.flatMap((section) => section.questions)
  return form.sections
    .filter((section) => stages.includes(section.stage))
    .map((section) => ({
      ...section,
      questions: section.questions
        .filter((question) => (staff || !question.staffOnly) && !isUnanswerable(question))
        .map((question) => ({
          ...question,
          options: question.options.filter((option) => !option.archived || kept.has(option.id)),
          optional: !isRequired(question, today),
          only: question.condition ? conditionInWords(question.condition, all, words) : '',
        })),
    }))
    .filter((section) => section.questions.length > 0)
}

/** A choice of nothing. */
const isUnanswerable = ({ kind, options }: Question) =>
  ['one', 'several', 'list'].includes(kind) && options.every((option) => option.archived)

function conditionInWords({ mode, tests }: Condition, all: readonly Question[], words: Showing['words']): string {
  const told = tests.flatMap(({ questionId, op, value = '' }) => {
    const question = all.find(({ id }) => id === questionId)
    if (!question) return []
    const option = question.options.find(({ id }) => id === value)?.label.text
    const yesNo = ['yes-no', 'consent'].includes(question.kind) ? (value === '1' ? words.yes : words.no) : undefined
    return [fill(words.tests[op] ?? '', { label: question.label.text, value: option ?? yesNo ?? value })]
  })
  return told.length === 0 ? '' : fill(words.only, { condition: told.join(mode === 'all' ? words.and : words.or) })
}

/** Puts values where a text names them. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
