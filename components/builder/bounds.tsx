'use client'
import type { QuestionWords } from '#components/builder/question-form'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'
import type { QuestionKind } from '#db/enums'
import { boundsOf } from '#lib/forms/policy/defaults'

const UNITS: Partial<Record<QuestionKind, 'signs' | 'value' | 'choices' | 'megabytes'>> = {
  ...{ short: 'signs', long: 'signs', number: 'value', several: 'choices', file: 'megabytes', picture: 'megabytes' },
}

/** The bounds that a kind has; none where it has none. */
export function Bounds({
  kind,
  values,
  errors,
  words,
}: {
  kind: QuestionKind
  values: Record<string, string>
  errors: Record<string, string>
  words: QuestionWords
}) {
  const bounds = boundsOf(kind)
  const unit = UNITS[kind] ?? 'value'
  const field = (name: 'min' | 'max' | 'earliest' | 'latest', label: string, type: string) => (
    <Field name={name} label={label} error={errors[name]} optional={words.optional} small>
      {(control) => (
        <TextInput
          {...control}
          type={type}
          inputMode={type === 'text' ? 'decimal' : undefined}
          defaultValue={values[name]}
          autoComplete="off"
        />
      )}
    </Field>
  )
  if (!bounds.min && !bounds.max && !bounds.days) return null
  return (
    <div className="field-pair bounds">
      {bounds.min && field('min', words.min[unit as 'signs'], 'text')}
      {bounds.max && field('max', words.max[unit], 'text')}
      {bounds.days && field('earliest', words.earliest, 'date')}
      {bounds.days && field('latest', words.latest, 'date')}
    </div>
  )
}
