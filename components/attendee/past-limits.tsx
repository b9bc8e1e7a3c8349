import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { Textarea } from '#components/ui/textarea'

export type PastLimitsWords = Record<'title' | 'text' | 'reason' | 'hint' | 'save' | 'saving', string>

/** The way past a limit that has just refused a change: a reason, and a button of its own in the same form. */
export function PastLimits({
  words,
  reason,
  error,
  maxLength,
}: {
  words: PastLimitsWords
  reason: string
  error?: string
  maxLength: number
}) {
  return (
    <fieldset className="past-limits">
      <legend>{words.title}</legend>
      <p>{words.text}</p>
      <Field name="overReason" label={words.reason} hint={words.hint} error={error}>
        {(control) => <Textarea {...control} rows={2} maxLength={maxLength} defaultValue={reason} />}
      </Field>
      <SubmitButton variant="normal" pending={words.saving} name="do" value="past">
        {words.save}
      </SubmitButton>
    </fieldset>
  )
}
