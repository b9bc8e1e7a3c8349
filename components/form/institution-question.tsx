import type { ControlSetting } from '#components/form/control'
import { Field, type FieldProps } from '#components/ui/field'
import { RadioGroup } from '#components/ui/radio-group'
import { TextInput } from '#components/ui/text-input'
import { fieldName } from '#lib/forms/policy/names'
import { LONGEST } from '#lib/forms/policy/problem'

/** An institution as an answer: a line of text, matched when the form is sent; an unclear one comes back with what it may be. */
export function InstitutionQuestion({ question, words, typed, offers, field }: ControlSetting & { field: FieldProps }) {
  const part = (name: string) => fieldName(question.id, name)
  const offer = offers?.[question.id]
  const text = typed[field.name]?.[0] ?? ''
  return (
    <div className="institution">
      <Field {...field} error={offer ? undefined : field.error} hint={field.hint ?? words.institutionHint}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={text} maxLength={LONGEST.institution} />}
      </Field>
      <input type="hidden" name={part('id')} value={typed[part('id')]?.[0] ?? ''} />
      <input type="hidden" name={part('for')} value={typed[part('for')]?.[0] ?? ''} />
      {offer && (
        <div className="offer">
          <input type="hidden" name={part('asked')} value={text} />
          <RadioGroup
            name={part('choice')}
            label={words.meant}
            error={field.error}
            options={[...offer]}
            value={typed[part('choice')]?.[0]}
          />
        </div>
      )}
    </div>
  )
}
