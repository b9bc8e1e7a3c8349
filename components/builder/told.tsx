'use client'
import { SavedMeanwhile } from '#components/attendee/saved-meanwhile'
import { ErrorSummary } from '#components/ui/error-summary'
import type { QuestionState } from '#lib/forms/actions/question'

/** What the reader must know before pressing again: others saved meanwhile, or answers would be lost. */
export function Told({
  state: { attempt, meanwhile, loss },
  words,
}: {
  state: QuestionState
  words: Record<'conflictTitle' | 'conflictText', string>
}) {
  return (
    <>
      {loss && <ErrorSummary title={loss.title} errors={[{ id: 'kind', text: loss.text }]} attempt={attempt} />}
      {meanwhile && (
        <SavedMeanwhile key={attempt} title={words.conflictTitle} text={words.conflictText} entries={meanwhile} />
      )}
    </>
  )
}
