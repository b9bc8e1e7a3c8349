import type { DataClass, FormStage, QuestionKind } from '#db/enums'
import type { Condition } from '#lib/forms/policy/condition'

/** A form as organizers edit it: every language, what is archived too, and how many people answered. */
export type EditedOption = { id: string; archived: boolean; label: Record<string, string>; answered: number }
export type EditedQuestion = {
  id: string
  sectionId: string
  kind: QuestionKind
  dataClass: DataClass
  required: boolean
  requiredFrom: string | null
  staffOnly: boolean
  min: number | null
  max: number | null
  earliest: string | null
  latest: string | null
  condition: Condition | null
  archived: boolean
  revision: number
  typeIds: readonly string[]
  label: Record<string, string>
  help: Record<string, string>
  options: readonly EditedOption[]
  answered: number
}
export type EditedSection = {
  id: string
  stage: FormStage
  archived: boolean
  title: Record<string, string>
  help: Record<string, string>
  questions: readonly EditedQuestion[]
}
/** Sections and questions stand in the order in which they are asked; `locales` begin with the event's own. */
export type EditedForm = { eventId: string; locales: readonly string[]; sections: readonly EditedSection[] }

export const allQuestions = (form: EditedForm): EditedQuestion[] => form.sections.flatMap((one) => one.questions)

export const liveSections = (form: EditedForm): EditedSection[] => form.sections.filter((one) => !one.archived)

/** What is asked now, in its order. */
export const liveQuestions = (form: EditedForm): EditedQuestion[] =>
  liveSections(form).flatMap((section) => section.questions.filter((one) => !one.archived))

/** The live questions that stand before one; for a new one, before the end of its section. */
export function earlierThan(form: EditedForm, { id, sectionId }: { id?: string; sectionId: string }): EditedQuestion[] {
  const live = liveQuestions(form)
  const at = live.findIndex((one) => one.id === id)
  if (at >= 0) return live.slice(0, at)
  const until = form.sections.findIndex((one) => one.id === sectionId)
  return liveQuestions({ ...form, sections: form.sections.slice(0, until + 1) })
}

/** A text in the reader's language, else the event's, else in whichever there is. */
export const wordIn = (texts: Record<string, string>, locale: string, form: Pick<EditedForm, 'locales'>): string =>
  texts[locale] || form.locales.map((one) => texts[one]).find(Boolean) || ''

/** What comes with the registration is asked first. */
export const STAGE_ORDER = { registration: 0, afterwards: 1 } as const
