'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/submit-button'
import { sendLink } from '#lib/attendees/actions/link'

/** The button that has the private link sent to an address just typed. */
export function SendLink({
  email,
  slug,
  words,
}: {
  email: string
  slug: string
  words: { submit: string; submitting: string }
}) {
  const [state, action] = useActionState(sendLink, { attempt: 0, values: {}, error: '' })
  return (
    <form action={action} className="send-link">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="event" value={slug} />
      {state.error && <p role="alert">{state.error}</p>}
      <SubmitButton variant="normal" pending={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  )
}
