'use client'
import { type ReactNode, useActionState } from 'react'
import { Questions, type QuestionsProps } from '#components/form/questions'
import { draftName } from '#components/registration/draft-name'
import { FormNotice } from '#components/registration/form-notice'
import { RegistrationFields, type RegistrationFieldsProps } from '#components/registration/registration-fields'
import { SendLink } from '#components/registration/send-link'
import { TicketField } from '#components/registration/ticket-field'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import type { RegisterState } from '#lib/attendees/queries/register-form'
import { register } from '#lib/invitations/actions/register'

export type RegistrationFormProps = {
  slug: string
  locale: string
  /** Makes this showing of the form one registration, however often it is sent. */
  submission: string
  noticeId: string
  /** Why it cannot be sent now. Somebody who sent it all the same gets everything typed back. */
  shut: ReactNode
  /** With what somebody comes, or how to come with a code: above the form, or below why there is none. */
  note: ReactNode
  /** What an invitation fills in, and of which invitation the draft is. */
  prefill: Record<string, string>
  draft: string
  /** The invitation or the code that the form is sent with. */
  ticket: { name: 'invitation' | 'code'; value: string } | null
  documentTitle: string
  words: {
    intro: string
    submit: string
    submitting: string
    submitHint: string
    kept: string
    offline: { title: string; text: string }
    sendLink: string
    sendingLink: string
    code: string
  }
  fields: Omit<RegistrationFieldsProps, 'values' | 'errors' | 'offer' | 'questions'>
  /** What the event itself asks. */
  questions: Omit<QuestionsProps, 'typed' | 'errors' | 'offers'>
}

/** The registration form: a plain form, whose page comes back with what is wrong. components/enhance keeps a draft and suggests institutions. */
export function RegistrationForm({
  slug,
  locale,
  submission,
  noticeId,
  shut,
  note,
  prefill,
  draft,
  ticket,
  documentTitle,
  words,
  fields,
  questions,
}: RegistrationFormProps) {
  const [state, action] = useActionState(register, first(documentTitle))
  const { values } = state
  const title = <title>{state.documentTitle}</title>
  if (shut && state.attempt === 0)
    return (
      <>
        {title}
        {shut}
        {note}
      </>
    )
  return (
    <>
      {title}
      {state.notice && (
        <FormNotice key={state.attempt} title={state.notice.title}>
          {state.notice.text && <p>{state.notice.text}</p>}
          {state.notice.kind === 'duplicate' ? (
            <SendLink
              email={values.email ?? ''}
              slug={slug}
              words={{ submit: words.sendLink, submitting: words.sendingLink }}
            />
          ) : (
            <p>{words.kept}</p>
          )}
        </FormNotice>
      )}
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <div className="notice notice-error form-notice" role="alert" tabIndex={-1} data-offline hidden>
        <h2 className="notice-title">{words.offline.title}</h2>
        <p>{words.offline.text}</p>
      </div>
      {state.attempt === 0 && <p className="lead">{words.intro}</p>}
      {/* What is wrong with a code stands in the form once that was sent. */}
      {(state.attempt === 0 || ticket) && note}
      <form
        action={action}
        className="form"
        noValidate
        data-draft={draftName(slug, draft)}
        data-fresh={state.attempt === 0 || undefined}
      >
        <input type="hidden" name="event" value={slug} />
        <input type="hidden" name="locale" value={locale} />
        <TicketField
          name={ticket?.name ?? 'code'}
          value={values[ticket?.name ?? 'code'] ?? ticket?.value ?? ''}
          label={words.code}
          error={state.errors.code}
        />
        <RegistrationFields
          {...fields}
          values={{ key: submission, noticeId, ...prefill, ...values }}
          errors={state.errors}
          offer={state.offer}
          questions={
            questions.sections.length > 0 && (
              <Questions {...questions} typed={state.answers} errors={state.errors} offers={state.offers} />
            )
          }
        />
        <div className="form-end">
          <SubmitButton size="big" pending={words.submitting}>
            {words.submit}
          </SubmitButton>
          <p>{words.submitHint}</p>
        </div>
      </form>
    </>
  )
}

const first = (documentTitle: string): RegisterState => ({
  attempt: 0,
  values: {},
  answers: {},
  offers: {},
  errors: {},
  summary: null,
  offer: null,
  notice: null,
  documentTitle,
})
