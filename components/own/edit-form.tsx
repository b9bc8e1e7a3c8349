'use client'
import { useActionState } from 'react'
import { Questions, type QuestionsProps } from '#components/form/questions'
import { FormNotice } from '#components/registration/form-notice'
import { RegistrationFields, type RegistrationFieldsProps } from '#components/registration/registration-fields'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { type EditState, saveOwn } from '#lib/attendees/actions/edit'

type Props = {
  token: string
  locale: string
  /** What is recorded. */
  values: Record<string, string>
  answers: Record<string, string[]>
  documentTitle: string
  words: {
    intro: string
    until: string
    submit: string
    submitting: string
    offline: { title: string; text: string }
  }
  fields: Omit<RegistrationFieldsProps, 'values' | 'errors' | 'offer' | 'questions'>
  questions: Omit<QuestionsProps, 'typed' | 'errors' | 'offers'>
}

/** The registration's own fields, to be changed: a plain form, whose page comes back with what is wrong. */
export function EditForm({ token, locale, values, answers, documentTitle, words, fields, questions }: Props) {
  const [state, action] = useActionState(saveOwn, first(answers, documentTitle))
  const shown = { ...values, ...state.values }
  return (
    <>
      <title>{state.documentTitle}</title>
      {state.notice && (
        <FormNotice key={state.attempt} title={state.notice.title}>
          <p>{state.notice.text}</p>
        </FormNotice>
      )}
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <div className="notice notice-error form-notice" role="alert" tabIndex={-1} data-offline hidden>
        <h2 className="notice-title">{words.offline.title}</h2>
        <p>{words.offline.text}</p>
      </div>
      {state.attempt === 0 && (
        <p className="lead">
          {words.intro} {words.until}
        </p>
      )}
      <form
        action={action}
        className="form"
        noValidate
        data-draft={`edit ${token.slice(0, 22)} ${values.revision}`}
        data-fresh={state.attempt === 0 || undefined}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="revision" value={shown.revision} />
        <RegistrationFields
          {...fields}
          values={shown}
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
        </div>
      </form>
    </>
  )
}

const first = (answers: Record<string, string[]>, documentTitle: string): EditState => ({
  attempt: 0,
  values: {},
  answers,
  offers: {},
  errors: {},
  summary: null,
  offer: null,
  notice: null,
  documentTitle,
})
