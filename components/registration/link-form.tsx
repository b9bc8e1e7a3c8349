'use client'
import { useActionState } from 'react'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { sendLink } from '#lib/attendees/actions/link'

/** Asks for the private link of a registration, by the address it was made with. */
export function LinkForm({ words }: { words: { email: string; submit: string; submitting: string } }) {
  const [state, action] = useActionState(sendLink, { attempt: 0, values: {}, error: '' })
  return (
    <form action={action} className="form" noValidate>
      <Field name="email" label={words.email} error={state.error}>
        {(control) => (
          <TextInput
            key={state.attempt}
            {...control}
            type="email"
            autoComplete="email"
            defaultValue={state.values.email}
            autoFocus={state.attempt > 0}
            maxLength={254}
            required
          />
        )}
      </Field>
      <div className="actions">
        <SubmitButton pending={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
