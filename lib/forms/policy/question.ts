import type { DataClass, FormStage, QuestionKind } from '#db/enums'
import type { Condition } from '#lib/forms/policy/condition'

/** What the rules need to know of a question; the browser gets the same. */
export type Asked = {
  id: string
  kind: QuestionKind
  required: boolean
  /** First day on which it is required, `YYYY-MM-DD` where the event takes place. */
  requiredFrom: string | null
  staffOnly: boolean
  /** Bounds, see db/schema/forms. */
  min: number | null
  max: number | null
  earliest: string | null
  latest: string | null
  condition: Condition | null
  /** Empty is every attendee type. */
  typeIds: readonly string[]
  options: readonly { id: string; archived: boolean }[]
}

export type Text = { text: string; lang: string }

/** A question with its words. */
export type Question = Omit<Asked, 'options'> & {
  dataClass: DataClass
  label: Text
  help: Text
  options: readonly { id: string; label: Text; archived: boolean }[]
  archived: boolean
}

export type Section = { id: string; stage: FormStage; title: Text; help: Text; questions: readonly Question[] }

/** The form of an event in the order in which it is asked. */
export type Form = { sections: readonly Section[] }

export const questionsOf = (form: Form, stage?: FormStage): Question[] =>
  form.sections.filter((section) => !stage || section.stage === stage).flatMap((section) => section.questions)

/** Kinds that choose from options. */
export const CHOOSES: readonly QuestionKind[] = ['one', 'several', 'list']

/** Kinds whose answer is a file. */
export const SENDS_FILE: readonly QuestionKind[] = ['file', 'picture']
