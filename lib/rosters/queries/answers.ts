import 'server-only'
import { type AnswerChange, answersInWords, institutionsTold } from '#lib/attendees/policy/told'
import { answersOf } from '#lib/attendees/queries/answers'
import { namesFor } from '#lib/attendees/queries/names'
import type { attendeeRecord } from '#lib/attendees/queries/one'
import { dayOf } from '#lib/format'
import { questionsOf, type Text } from '#lib/forms/policy/question'
import { wholeForm } from '#lib/forms/queries/whole'
import type { Locale } from '#lib/i18n/locales'
import { type RecordAnswers, recordAnswers } from '#lib/rosters/policy/answers'

type Recorded = NonNullable<Awaited<ReturnType<typeof attendeeRecord>>>
type Entry = Recorded['history'][number]

export type RecordForm = RecordAnswers & {
  label: (questionId: string | null) => Text | undefined
  /** What an entry of the history changed of the answers; `empty` is the word for none. */
  changes: (entry: Entry, empty: string) => AnswerChange[]
  /** Whether anything can be answered. */
  asks: boolean
}

/** The form as one record answers it, now and in its history. The record itself was found through permission. */
export async function recordForm(
  event: { id: string; defaultLocale: string; timeZone: string },
  record: Recorded,
  locale: Locale,
  now = new Date(),
): Promise<RecordForm> {
  const [form, answers] = await Promise.all([wholeForm(event, locale), answersOf(record.id)])
  const questions = questionsOf(form)
  const told = institutionsTold(record.history, questions)
  const mentioned = new Map(told.map((institutionId) => [institutionId, [{ slot: '', text: '', institutionId }]]))
  const names = await namesFor([answers, mentioned], locale)
  return {
    ...recordAnswers(form, answers, record, names, dayOf(now, event.timeZone)),
    label: (questionId) => questions.find(({ id }) => id === questionId)?.label,
    changes: (entry, empty) => answersInWords(entry, questions, names, empty),
    asks: questions.some(({ archived }) => !archived),
  }
}
