'use client'
import type { QuestionWords } from '#components/builder/question-form'
import { Checkbox } from '#components/ui/checkbox'
import type { SelectOption } from '#components/ui/select'

/** Who is asked: every attendee type or some, and participants or staff alone. */
export function Whom({
  types,
  values,
  errors,
  words,
}: {
  types: SelectOption[]
  values: Record<string, string>
  errors: Record<string, string>
  words: QuestionWords
}) {
  return (
    <>
      <fieldset className="field" aria-describedby="types-hint">
        <legend className="field-label">{words.types}</legend>
        <div className="field-hint" id="types-hint">
          {words.typesHint}
        </div>
        <div className="choices">
          {types.map((type) => (
            <label className="choice" key={type.value}>
              <input
                type="checkbox"
                name={`types.${type.value}`}
                value="on"
                defaultChecked={values[`types.${type.value}`] === 'on'}
              />
              <span>{type.label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Checkbox
        name="staffOnly"
        value="on"
        label={words.staffOnly}
        hint={words.staffOnlyHint}
        checked={values.staffOnly === 'on'}
        error={errors.staffOnly}
      />
    </>
  )
}
