'use client'
import { type ReactNode, useActionState } from 'react'
import { ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import type { DraftState } from '#lib/events/actions/draft'

type LifeFields = (state: { values: Record<string, string>; errors: Record<string, string> }) => ReactNode

/** A form that makes an event. Works as a plain form; what was typed comes back with every refusal. */
export function LifeForm({
  action,
  values,
  back,
  words,
  fields,
}: {
  action: (before: DraftState, form: FormData) => Promise<DraftState>
  values: Record<string, string>
  back: string
  words: { create: string; creating: string; back: string }
  fields: LifeFields
}) {
  const [state, send] = useActionState(action, { attempt: 0, values, errors: {}, summary: null })
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <form action={send} className="form" noValidate>
        {/* React resets a sent form to its first values, and a list does not take new ones: so all are made anew. */}
        <div className="life-fields" key={state.attempt}>
          {fields(state)}
        </div>
        <div className="actions">
          <SubmitButton pending={words.creating}>{words.create}</SubmitButton>
          <ButtonLink variant="plain" href={back}>
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
