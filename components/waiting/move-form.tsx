'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { moveTo } from '#lib/rosters/actions/waiting'

type Words = Record<'title' | 'place' | 'reason' | 'hint' | 'move' | 'up' | 'down' | 'front' | 'end' | 'moving', string>

/** Gives somebody another place in the queue: by one, to an end, or to a number. One reason serves all the buttons. */
export function MoveForm({
  hidden,
  place,
  total,
  maxLength,
  words,
}: {
  hidden: Record<'slug' | 'id' | 'list', string>
  place: number
  total: number
  maxLength: number
  words: Words
}) {
  const [state, action] = useActionState(moveTo, { attempt: 0, place: '', reason: '', errors: {}, summary: null })
  const jumps = [
    { to: place - 1, word: words.up, possible: place > 1 },
    { to: place + 1, word: words.down, possible: place < total },
    { to: 1, word: words.front, possible: place > 2 },
    { to: total, word: words.end, possible: place < total - 1 },
  ]
  if (total < 2) return null
  return (
    <form action={action} className="waiting-move" noValidate aria-labelledby="move-title">
      <h4 id="move-title">{words.title}</h4>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* React resets a sent form to its first values: so the fields are made anew. */}
      <div className="waiting-move-fields" key={state.attempt}>
        <Field name="reason" id="move-reason" label={words.reason} hint={words.hint} error={state.errors.reason} small>
          {(control) => (
            <TextInput {...control} defaultValue={state.reason} maxLength={maxLength} autoComplete="off" required />
          )}
        </Field>
        <Field name="place" id="move-place" label={words.place} error={state.errors.place} small>
          {(control) => (
            <TextInput {...control} inputMode="numeric" maxLength={6} autoComplete="off" defaultValue={state.place} />
          )}
        </Field>
      </div>
      <div className="actions">
        <SubmitButton size="small" variant="normal" pending={words.moving}>
          {words.move}
        </SubmitButton>
        {jumps
          .filter(({ possible }) => possible)
          .map(({ to, word }) => (
            <SubmitButton key={word} size="small" variant="plain" pending={words.moving} name="to" value={String(to)}>
              {word}
            </SubmitButton>
          ))}
      </div>
    </form>
  )
}
