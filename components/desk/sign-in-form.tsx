'use client'
import { useActionState } from 'react'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { askForLink } from '#lib/auth/actions/sign-in'

/** Asks for a sign-in link. `error` is what the link one came by has to tell. */
export function SignInForm({
  words,
  error,
}: {
  words: { email: string; hint: string; send: string; sending: string }
  error?: string
}) {
  const [state, action] = useActionState(askForLink, { attempt: 0, email: '', error: '' })
  const wrong = state.attempt > 0 ? state.error : error
  return (
    <form action={action} className="form" noValidate>
      <Field name="email" label={words.email} hint={words.hint} {...(wrong && { error: wrong })}>
        {(control) => (
          <TextInput
            key={state.attempt}
            {...control}
            type="email"
            autoComplete="email"
            defaultValue={state.email}
            autoFocus={state.attempt > 0}
            maxLength={254}
            required
          />
        )}
      </Field>
      <div className="actions">
        <SubmitButton pending={words.sending}>{words.send}</SubmitButton>
      </div>
    </form>
  )
}
