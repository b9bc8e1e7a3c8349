'use client'
import { useActionState, useState } from 'react'
import { AccentSample } from '#components/event/accent-sample'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { useScripted } from '#components/ui/use-scripted'
import { type LookState, saveAccent } from '#lib/events/actions/look'
import { readHex } from '#lib/events/policy/colour'

type Word =
  | 'accent'
  | 'accentHint'
  | 'pick'
  | 'saveAccent'
  | 'saving'
  | 'wrong'
  | 'preview'
  | 'light'
  | 'dark'
  | 'link'
  | 'button'

/** The event's colour, as text and where a script runs from a picker beside it; under it how it will be read. Works as a plain form. */
export function LookAccent({ slug, accent, words }: { slug: string; accent: string; words: Record<Word, string> }) {
  const [state, send] = useActionState<LookState, FormData>(saveAccent, { attempt: 0, accent, error: '' })
  const [typed, setTyped] = useState(state.accent)
  const scripted = useScripted()
  const read = readHex(typed)
  return (
    <form action={send} className="form" noValidate>
      {state.error && (
        <ErrorSummary title={words.wrong} errors={[{ id: 'accent', text: state.error }]} attempt={state.attempt} />
      )}
      <input type="hidden" name="slug" value={slug} />
      <Field name="accent" label={words.accent} hint={words.accentHint} error={state.error} small>
        {(control) => (
          <div className="accent-field">
            {/* Where no script runs the form comes back as a new page, with what was typed. */}
            <TextInput
              {...control}
              {...(scripted
                ? { value: typed, onChange: (event) => setTyped(event.currentTarget.value) }
                : { defaultValue: state.accent })}
              maxLength={9}
              autoComplete="off"
            />
            {scripted && (
              <input
                type="color"
                aria-label={words.pick}
                value={read ?? '#1d438c'}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </div>
        )}
      </Field>
      {read && <AccentSample accent={read} words={words} />}
      <div className="actions">
        <SubmitButton size="small" pending={words.saving}>
          {words.saveAccent}
        </SubmitButton>
      </div>
    </form>
  )
}
