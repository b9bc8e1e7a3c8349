'use client'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'

/** The invitation or the code goes with the form unseen; a code that will not do is shown, to be corrected or emptied. */
export function TicketField({
  name,
  value,
  label,
  error,
}: {
  name: 'invitation' | 'code'
  value: string
  label: string
  error?: string
}) {
  if (!error) return value ? <input type="hidden" name={name} value={value} /> : null
  return (
    <Field name="code" label={label} error={error}>
      {(control) => (
        <TextInput {...control} autoComplete="off" autoCapitalize="characters" maxLength={40} defaultValue={value} />
      )}
    </Field>
  )
}
