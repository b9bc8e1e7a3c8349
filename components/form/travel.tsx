import type { ControlSetting } from '#components/form/control'
import { ErrorLine } from '#components/ui/error-line'
import { describe, Field, type FieldProps, fieldClass } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'
import { fieldName } from '#lib/forms/policy/names'
import { LONGEST } from '#lib/forms/policy/problem'

/** An arrival or a departure: day, time, and by what. */
export function Travel({ question, words, typed, errors, small, field }: ControlSetting & { field: FieldProps }) {
  const part = (name: 'day' | 'time' | 'detail') => {
    const full = fieldName(question.id, name)
    return { name: full, label: words[name], error: errors[full], small, value: typed[full]?.[0] }
  }
  const [day, time, detail] = [part('day'), part('time'), part('detail')]
  return (
    <fieldset className={fieldClass(field)} {...describe({ ...field, id: field.name })}>
      <legend className="field-label">
        {field.label}
        {field.optional && <span className="field-optional"> ({field.optional})</span>}
      </legend>
      {field.hint && (
        <div className="field-hint" id={`${field.name}-hint`}>
          {field.hint}
        </div>
      )}
      {field.error && <ErrorLine id={`${field.name}-error`}>{field.error}</ErrorLine>}
      <div className="travel">
        {/* The whole answer's error leads to its first field. */}
        <Field {...day} id={field.error ? field.name : undefined}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={question.earliest ?? undefined}
              max={question.latest ?? undefined}
              defaultValue={day.value}
            />
          )}
        </Field>
        <Field {...time}>{(control) => <TextInput {...control} type="time" defaultValue={time.value} />}</Field>
        <Field {...detail} hint={words.detailHint}>
          {(control) => (
            <TextInput {...control} autoCapitalize="sentences" maxLength={LONGEST.detail} defaultValue={detail.value} />
          )}
        </Field>
      </div>
    </fieldset>
  )
}
