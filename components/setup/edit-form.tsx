'use client'
import { type ReactNode, useActionState } from 'react'
import { SavedMeanwhile } from '#components/attendee/saved-meanwhile'
import { EditField, type EditFieldProps } from '#components/setup/edit-field'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { firstShowing, type SetupState } from '#lib/events/policy/form-state'

/** Fields in one row, or one alone; `title` begins a part of the form. */
export type EditPart = { key: string; title?: ReactNode; hint?: ReactNode; rows: EditFieldProps[][]; wide?: boolean }

export type EditWords = Record<'save' | 'saving' | 'conflictTitle' | 'conflictText', string> & { preview?: string }

/**
 * A form of the setup. `values` are also those that no field shows: the event, the stamp of what was shown, and since when. Works as a
 * plain form; what was typed comes back with every refusal.
 */
export function EditForm({
  action,
  values,
  previews = {},
  parts,
  words,
  label,
}: {
  action: (before: SetupState, form: FormData) => Promise<SetupState>
  values: Record<string, string>
  previews?: Record<string, string>
  parts: EditPart[]
  words: EditWords
  /** Names the form where there are several. */
  label?: string
}) {
  const [state, send] = useActionState(action, firstShowing(values, previews))
  const shown = new Set(parts.flatMap((part) => part.rows.flat().map((field) => field.name)))
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      {state.meanwhile && (
        <SavedMeanwhile
          key={state.attempt}
          title={words.conflictTitle}
          text={words.conflictText}
          entries={state.meanwhile}
        />
      )}
      <form action={send} className="form edit-parts" noValidate aria-label={label}>
        {Object.keys(values)
          .filter((name) => !shown.has(name))
          .map((name) => (
            <input key={`${name} ${state.attempt}`} type="hidden" name={name} value={state.values[name] ?? ''} />
          ))}
        {/* React resets a sent form to its first values, and a list does not take new ones: so all are made anew. */}
        {parts.map((part) => (
          <div key={`${part.key} ${state.attempt}`} className="edit-part">
            {part.title && <h2>{part.title}</h2>}
            {part.hint && <div className="edit-hint">{part.hint}</div>}
            {part.rows.map((row) => (
              <div
                key={row[0]?.name}
                className={row.length > 1 ? `field-pair${part.wide ? ' edit-wide' : ''}` : undefined}
              >
                {row.map((field) => (
                  <EditField
                    key={field.name}
                    field={field}
                    value={state.values[field.name] ?? ''}
                    error={state.errors[field.name]}
                    preview={state.previews[field.name]}
                    open={state.attempt > 0 && Boolean(state.previews[field.name])}
                  />
                ))}
              </div>
            ))}
          </div>
        ))}
        <div className="actions edit-actions">
          <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
          {words.preview && (
            <SubmitButton variant="normal" pending={words.saving} name="do" value="preview">
              {words.preview}
            </SubmitButton>
          )}
        </div>
      </form>
    </>
  )
}
