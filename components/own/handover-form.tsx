'use client'
import { useActionState } from 'react'
import { FormNotice } from '#components/registration/form-notice'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'
import { handOver } from '#lib/invitations/actions/handover'

type Words = Record<'givenName' | 'familyName' | 'email' | 'note' | 'optional' | 'action' | 'working', string>

/** To whom somebody hands the own place. */
export function HandoverForm({
  token,
  words,
  limits,
}: {
  token: string
  words: Words
  limits: { name: number; email: number; reason: number }
}) {
  const first = { attempt: 0, values: {}, errors: {}, summary: null, notice: '' }
  const [state, action] = useActionState(handOver, first)
  const field = (name: keyof Words) => ({ name, label: words[name], error: state.errors[name] })
  const kept = (name: string) => ({ key: state.attempt, defaultValue: state.values[name] })
  return (
    <>
      {state.notice && <FormNotice key={state.attempt} title={state.notice} />}
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <form action={action} className="form" noValidate>
        <input type="hidden" name="token" value={token} />
        <div className="field-pair">
          <Field {...field('givenName')}>
            {(control) => (
              <TextInput {...control} {...kept('givenName')} autoCapitalize="words" maxLength={limits.name} />
            )}
          </Field>
          <Field {...field('familyName')}>
            {(control) => (
              <TextInput {...control} {...kept('familyName')} autoCapitalize="words" maxLength={limits.name} />
            )}
          </Field>
        </div>
        <Field {...field('email')}>
          {(control) => (
            <TextInput
              {...control}
              {...kept('email')}
              type="email"
              autoComplete="off"
              maxLength={limits.email}
              required
            />
          )}
        </Field>
        <Field {...field('note')} optional={words.optional}>
          {(control) => <Textarea {...control} {...kept('note')} rows={3} maxLength={limits.reason} />}
        </Field>
        <div className="form-end">
          <SubmitButton size="big" pending={words.working}>
            {words.action}
          </SubmitButton>
        </div>
      </form>
    </>
  )
}
