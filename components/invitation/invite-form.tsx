'use client'
import { useActionState } from 'react'
import { InvitePeople } from '#components/invitation/invite-people'
import { InviteReading } from '#components/invitation/invite-reading'
import { InviteTerms } from '#components/invitation/invite-terms'
import { ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import type { RadioOption } from '#components/ui/radio-group'
import type { SelectOption } from '#components/ui/select'
import { SubmitButton } from '#components/ui/submit-button'
import type { Values } from '#lib/events/policy/form-state'
import { invite } from '#lib/invitations/actions/invite'
import { firstInvite } from '#lib/invitations/policy/reading'

type Word =
  | ('way' | 'one' | 'list' | 'email' | 'givenName' | 'familyName' | 'people' | 'peopleHint')
  | ('as' | 'typeId' | 'typeHint' | 'anyType' | 'locale' | 'note' | 'noteHint')
  | ('place' | 'holds' | 'holdsHint' | 'expiresAt' | 'zone')
  | ('check' | 'checkAgain' | 'checking' | 'sending' | 'readHint' | 'problemsHint' | 'optional')

export type InviteFormProps = {
  back: { href: string; label: string }
  values: Values
  words: Record<Word, string>
  types: SelectOption[]
  languages: RadioOption[]
  limits: Record<'email' | 'name' | 'people' | 'note', number>
}

export type InviteParts = Pick<InviteFormProps, 'words' | 'types' | 'languages' | 'limits'> & {
  values: Values
  errors: Values
}

/** Whom, as what, until when; then what that means, before anything is sent. Works as a plain form: what was typed comes back each time. */
export function InviteForm({ back, values, ...rest }: InviteFormProps) {
  const [state, action] = useActionState(invite, firstInvite(values))
  const { words } = rest
  const { reading } = state
  const parts = { ...rest, values: state.values, errors: state.errors }
  return (
    <>
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <form action={action} className="form edit-parts invite" noValidate>
        <input type="hidden" name="slug" value={values.slug} />
        <input key={reading?.sum} type="hidden" name="checked" value={reading?.sum ?? ''} />
        {/* React resets a sent form to its first values, and a list does not take new ones: so all are made anew. */}
        <InvitePeople key={`people ${state.attempt}`} {...parts} />
        <InviteTerms key={`terms ${state.attempt}`} {...parts} />
        {reading && (
          <InviteReading key={`reading ${state.attempt}`} reading={reading} words={words} arrive={!state.summary} />
        )}
        <div className="actions edit-actions">
          {reading?.send && (
            <SubmitButton pending={words.sending} name="do" value="send">
              {reading.send}
            </SubmitButton>
          )}
          <SubmitButton variant={reading?.send ? 'normal' : 'primary'} pending={words.checking} name="do" value="check">
            {reading ? words.checkAgain : words.check}
          </SubmitButton>
          <ButtonLink variant="plain" href={back.href}>
            {back.label}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
