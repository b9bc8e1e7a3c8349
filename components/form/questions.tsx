import { Control, type ControlSetting } from '#components/form/control'
import type { Piece } from '#lib/forms/policy/answer'
import { fieldName } from '#lib/forms/policy/names'
import type { ShownQuestion, ShownSection } from '#lib/forms/policy/view'

export type QuestionsProps = Omit<ControlSetting, 'question'> & {
  sections: readonly ShownSection[]
  today: string
  /** The language of the page: what is written in another says so. */
  locale: string
  staff?: boolean
  /** The type of the person; without it, the field `typeId` of the form says it. */
  typeId?: string
  /** What was answered to questions that are not on this page but in conditions here. */
  known?: Record<string, readonly Piece[]>
}

/**
 * The questions of a form, section by section, as plain fields. components/enhance/questions.ts hides those whose condition does not hold and
 * checks what is typed; without it all are shown, each with the words when it applies, and the server decides.
 */
export function Questions({ sections, today, locale, staff = false, typeId, known, ...setting }: QuestionsProps) {
  return (
    <div
      className="questions"
      data-questions=""
      data-today={today}
      data-staff={staff || undefined}
      data-type={typeId}
      data-known={known && JSON.stringify(known)}
      data-words={JSON.stringify(setting.words.problems)}
    >
      {sections.map((section) => (
        <fieldset className="form-part" key={section.id} data-section="">
          <legend className="form-part-title" lang={foreign(section.title.lang, locale)}>
            {section.title.text}
          </legend>
          {section.help.text && (
            <p className="field-hint" lang={foreign(section.help.lang, locale)}>
              {section.help.text}
            </p>
          )}
          {section.questions.map((question) => (
            <div
              key={question.id}
              className="question"
              lang={foreign(question.label.lang, locale)}
              data-question={JSON.stringify(rulesOf(question))}
              data-later={isLater(question, setting.errors) || undefined}
            >
              <Control question={question} {...setting} />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

const foreign = (lang: string, locale: string) => (lang === locale ? undefined : lang)

/** Not in sight until the script knows that it applies; one with an error is always. */
const isLater = (question: ShownQuestion, errors: Record<string, string>) =>
  (question.condition !== null || question.typeIds.length > 0) &&
  !Object.keys(errors).some((name) => name.startsWith(fieldName(question.id)))

/** What the browser needs of a question: no words. */
const rulesOf = ({
  id,
  kind,
  required,
  requiredFrom,
  staffOnly,
  min,
  max,
  earliest,
  latest,
  condition,
  typeIds,
  options,
}: ShownQuestion) => ({
  ...{ id, kind, required, requiredFrom, staffOnly, min, max, earliest, latest, condition, typeIds },
  options: options.map((option) => ({ id: option.id, archived: option.archived })),
})
