'use client'
import type { QuestionWords } from '#components/builder/question-form'
import { Field } from '#components/ui/field'
import { RadioGroup } from '#components/ui/radio-group'
import { TextInput } from '#components/ui/text-input'
import { NEEDS } from '#lib/forms/policy/defaults'

/** Whether it must be answered, and from which day on. */
export function Need({
  values,
  errors,
  words,
}: {
  values: Record<string, string>
  errors: Record<string, string>
  words: QuestionWords
}) {
  return (
    <div className="need">
      <RadioGroup
        name="need"
        label={words.need.label}
        options={NEEDS.map((value) => ({ value, label: words.need[value] }))}
        value={values.need || 'no'}
        error={errors.need}
      />
      <Field name="requiredFrom" label={words.requiredFrom} error={errors.requiredFrom} small>
        {(control) => <TextInput {...control} type="date" defaultValue={values.requiredFrom} />}
      </Field>
    </div>
  )
}
