'use client'
import { useActionState } from 'react'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { sendEarlierData, sendLink } from '#lib/attendees/actions/link'

type Words = { email: string; submit: string; submitting: string }

/** Asks for the private link of a registration, by the address it was made with. */
export const LinkForm = ({ words }: { words: Words }) => <AddressForm send={sendLink} words={words} />

/** Asks for a link that fills in an event's form, by the address somebody registered with before. */
export const EarlierForm = ({ slug, words }: { slug: string; words: Words }) => (
  <AddressForm send={sendEarlierData} slug={slug} words={words} />
)

function AddressForm({ send, slug, words }: { send: typeof sendLink; slug?: string; words: Words }) {
  const [state, action] = useActionState(send, { attempt: 0, values: {}, error: '' })
  return (
    <form action={action} className="form" noValidate>
      {slug && <input type="hidden" name="event" value={slug} />}
      <Field name="email" label={words.email} error={state.error}>
        {(control) => (
          <TextInput
            key={state.attempt}
            {...control}
            type="email"
            autoComplete="email"
            defaultValue={state.values.email}
            autoFocus={state.attempt > 0}
            maxLength={254}
            required
          />
        )}
      </Field>
      <div className="actions">
        <SubmitButton pending={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
