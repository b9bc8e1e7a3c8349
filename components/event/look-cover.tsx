'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { type LookState, saveCover } from '#lib/events/actions/look'

/** The form that sends a cover. Works as a plain form. */
export function LookCover({
  slug,
  words,
}: {
  slug: string
  words: Record<'cover' | 'coverHint' | 'saveCover' | 'saving' | 'wrong', string>
}) {
  const [state, send] = useActionState<LookState, FormData>(saveCover, { attempt: 0, accent: '', error: '' })
  return (
    <form action={send} className="form" noValidate>
      {state.error && (
        <ErrorSummary title={words.wrong} errors={[{ id: 'cover', text: state.error }]} attempt={state.attempt} />
      )}
      <input type="hidden" name="slug" value={slug} />
      <Field name="cover" label={words.cover} hint={words.coverHint} error={state.error} small>
        {(control) => (
          <input
            {...control}
            key={state.attempt}
            type="file"
            className="input input-file"
            accept=".jpg,.jpeg,.png,.webp,.gif"
          />
        )}
      </Field>
      <div className="actions">
        <SubmitButton size="small" pending={words.saving}>
          {words.saveCover}
        </SubmitButton>
      </div>
    </form>
  )
}
