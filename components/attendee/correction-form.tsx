'use client'
import { useActionState } from 'react'
import { CorrectionFields, type CorrectionFieldsProps } from '#components/attendee/correction-fields'
import { PastLimits, type PastLimitsWords } from '#components/attendee/past-limits'
import { SavedMeanwhile } from '#components/attendee/saved-meanwhile'
import { ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { correct } from '#lib/rosters/actions/correct'

type Props = {
  values: Record<string, string>
  back: string
  words: Record<'save' | 'saving' | 'back' | 'full' | 'unchanged' | 'conflictTitle' | 'conflictText', string>
  past: PastLimitsWords
  fields: Omit<CorrectionFieldsProps, 'values' | 'errors' | 'offer'>
}

/** The form that corrects a record. Works as a plain form; what was typed comes back with every refusal. */
export function CorrectionForm({ values, back, words, past, fields }: Props) {
  const [state, action] = useActionState(correct, {
    attempt: 0,
    values,
    errors: {},
    summary: null,
    offer: null,
    meanwhile: null,
    full: '',
  })
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      {state.full && !state.summary && (
        <ErrorSummary
          title={words.full}
          errors={[{ text: `${state.full} ${words.unchanged}` }, { id: 'overReason', text: past.title }]}
          attempt={state.attempt}
        />
      )}
      {state.meanwhile && (
        <SavedMeanwhile
          key={state.attempt}
          title={words.conflictTitle}
          text={words.conflictText}
          entries={state.meanwhile}
        />
      )}
      <form action={action} className="form" noValidate>
        {/* React resets a sent form to its first values, and a list does not take new ones: so all are made anew. */}
        <CorrectionFields
          key={state.attempt}
          {...fields}
          values={state.values}
          errors={state.errors}
          offer={state.offer}
        />
        <div className="actions">
          <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
          <ButtonLink variant="plain" href={back}>
            {words.back}
          </ButtonLink>
        </div>
        {/* Behind the other button: Enter in a field saves within the limits. */}
        {state.full && (
          <PastLimits
            key={`past ${state.attempt}`}
            words={past}
            reason={state.values.overReason ?? ''}
            error={state.errors.overReason}
            maxLength={fields.limits.reason}
          />
        )}
      </form>
    </>
  )
}
