'use client'
import { useActionState } from 'react'
import { InstitutionField, type InstitutionWords } from '#components/institution/institution-field'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { firstShowing, type SetupState } from '#lib/events/policy/form-state'

const HIDDEN = ['eventId', 'since', 'countryCode'] as const

/** Names another institution, as a partner or as the host. Only those of the registry can be. */
export function PartnerForm({
  action,
  values,
  institution,
  limits,
  words,
}: {
  action: (before: SetupState, form: FormData) => Promise<SetupState>
  values: Record<string, string>
  institution: InstitutionWords
  limits: { institution: number; city: number }
  words: Record<'partner' | 'host' | 'saving', string>
}) {
  const [state, send] = useActionState(action, firstShowing(values))
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <form action={send} className="form edit-partner" noValidate>
        {HIDDEN.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
        ))}
        <InstitutionField
          key={state.attempt}
          words={institution}
          limits={limits}
          values={state.values}
          errors={state.errors}
          offer={state.offer}
          countryField="countryCode"
        />
        <div className="actions">
          <SubmitButton pending={words.saving} name="do" value="partner">
            {words.partner}
          </SubmitButton>
          <SubmitButton variant="normal" pending={words.saving} name="do" value="host">
            {words.host}
          </SubmitButton>
        </div>
      </form>
    </>
  )
}
