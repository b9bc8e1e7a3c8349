'use client'
import { useActionState } from 'react'
import { InstitutionField, type InstitutionWords } from '#components/institution/institution-field'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { firstShowing, type SetupState } from '#lib/events/policy/form-state'

/** Sets a limit for one institution of the registry, whoever has registered so far. */
export function LimitForm({
  action,
  values,
  institution,
  limits,
  words,
}: {
  action: (before: SetupState, form: FormData) => Promise<SetupState>
  values: Record<'eventId' | 'since', string>
  institution: InstitutionWords
  limits: { institution: number; city: number }
  words: Record<'label' | 'places' | 'save' | 'saving', string>
}) {
  const [state, send] = useActionState(action, firstShowing(values))
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <form action={send} className="form edit-partner" noValidate aria-label={words.label}>
        <input type="hidden" name="eventId" value={values.eventId} />
        <input type="hidden" name="since" value={values.since} />
        <InstitutionField
          key={state.attempt}
          words={institution}
          limits={limits}
          values={state.values}
          errors={state.errors}
          offer={state.offer}
          countryField=""
        />
        <div className="edit-number">
          <Field name="institutionPlaces" label={words.places} error={state.errors.institutionPlaces}>
            {(control) => (
              <TextInput
                {...control}
                key={state.attempt}
                inputMode="numeric"
                maxLength={6}
                autoComplete="off"
                defaultValue={state.values.institutionPlaces}
              />
            )}
          </Field>
        </div>
        <div className="actions">
          <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
        </div>
      </form>
    </>
  )
}
