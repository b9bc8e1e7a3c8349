'use client'
import { useActionState, useEffect } from 'react'
import { PastLimits, type PastLimitsWords } from '#components/attendee/past-limits'
import { SavedMeanwhile } from '#components/attendee/saved-meanwhile'
import { Questions, type QuestionsProps } from '#components/form/questions'
import { ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import { SubmitButton } from '#components/ui/submit-button'
import { type AnswerState, answerFor } from '#lib/rosters/actions/answer'

type Props = {
  hidden: Record<'slug' | 'id' | 'list', string>
  first: Pick<AnswerState, 'key' | 'answers' | 'revision' | 'since'>
  questions: Omit<QuestionsProps, 'typed' | 'errors' | 'offers'>
  back: string
  past: PastLimitsWords & { maxLength: number }
  words: Record<'save' | 'saving' | 'back' | 'conflictTitle' | 'conflictText', string>
}

/** What an organizer answers for somebody. Works as a plain form; what was typed comes back with every refusal. */
export function AnswersForm({ hidden, first, questions, back, past, words }: Props) {
  const [state, action] = useActionState(answerFor, {
    ...first,
    ...{ attempt: 0, errors: {}, offers: {}, summary: null, meanwhile: null, full: false, overReason: '' },
  })
  // The script of the questions looks at a page once, when it is loaded: this form may have come later, and comes anew with each attempt.
  useEffect(() => {
    document.dispatchEvent(new Event('serai:page'))
  })
  const sent = { ...hidden, key: state.key, revision: state.revision, since: state.since }
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
      <form action={action} className="form" noValidate>
        {Object.entries(sent).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {/* React resets a sent form to its first values: so all fields are made anew. */}
        <Questions
          key={state.attempt}
          {...questions}
          typed={state.answers}
          errors={state.errors}
          offers={state.offers}
        />
        <div className="actions">
          <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
          <ButtonLink variant="plain" href={back}>
            {words.back}
          </ButtonLink>
        </div>
        {/* Behind the other button: Enter in a field saves within the limits. */}
        {state.full && (
          <PastLimits
            key={`past ${state.attempt}`}
            words={past}
            reason={state.overReason}
            error={state.errors.overReason}
            maxLength={past.maxLength}
          />
        )}
      </form>
    </>
  )
}
