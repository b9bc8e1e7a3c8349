'use client'
import { useActionState } from 'react'
import { Questions, type QuestionsProps } from '#components/form/questions'
import { FormNotice } from '#components/registration/form-notice'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { answerOwn, type QuestionsState } from '#lib/attendees/actions/questions'

type Props = {
  token: string
  /** Makes the files sent with this showing of the form its own. */
  submission: string
  questions: Omit<QuestionsProps, 'typed' | 'errors' | 'offers'>
  /** What was answered so far, by field. */
  answers: Record<string, string[]>
  documentTitle: string
  words: {
    intro: string
    submit: string
    submitting: string
    kept: string
    offline: { title: string; text: string }
  }
}

/** The later questions: a plain form, whose page comes back with what is wrong. */
export function OwnQuestionsForm({ token, submission, questions, answers, documentTitle, words }: Props) {
  const [state, action] = useActionState(answerOwn, first(answers, documentTitle))
  return (
    <>
      <title>{state.documentTitle}</title>
      {state.notice && (
        <FormNotice key={state.attempt} title={state.notice}>
          <p>{words.kept}</p>
        </FormNotice>
      )}
      {state.summary && <ErrorSummary {...state.summary} attempt={state.attempt} />}
      <div className="notice notice-error form-notice" role="alert" tabIndex={-1} data-offline hidden>
        <h2 className="notice-title">{words.offline.title}</h2>
        <p>{words.offline.text}</p>
      </div>
      {state.attempt === 0 && <p className="lead">{words.intro}</p>}
      <form
        action={action}
        className="form"
        noValidate
        data-draft={`questions ${token.slice(0, 22)}`}
        data-fresh={state.attempt === 0 || undefined}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="key" value={state.key || submission} />
        <Questions {...questions} typed={state.answers} errors={state.errors} offers={state.offers} />
        <div className="form-end">
          <SubmitButton size="big" pending={words.submitting}>
            {words.submit}
          </SubmitButton>
        </div>
      </form>
    </>
  )
}

const first = (answers: Record<string, string[]>, documentTitle: string): QuestionsState => ({
  attempt: 0,
  key: '',
  answers,
  errors: {},
  offers: {},
  summary: null,
  notice: '',
  documentTitle,
})
