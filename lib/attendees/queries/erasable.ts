import 'server-only'
import { isErasable, OPTIONAL_FIELDS } from '#lib/attendees/policy/optional'
import { answersOf } from '#lib/attendees/queries/answers'
import { dayOf } from '#lib/format'
import { questionsOf } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'

type Recorded = { id: string } & Record<(typeof OPTIONAL_FIELDS)[number], string>
type Where = { id: string; defaultLocale: string; timeZone: string }

/** What of somebody's data is there and need not be: fields, and questions with an answer. For pages that have found the record through permission. */
export async function erasableOf(record: Recorded, event: Where, locale: string, now: Date) {
  const [form, answers] = await Promise.all([formOf(event, locale, { archived: true }), answersOf(record.id)])
  const questions = questionsOf(form).filter(
    (question) => answers.has(question.id) && isErasable(question, dayOf(now, event.timeZone)),
  )
  const hasPlaces = questions.some(({ id }) => answers.get(id)?.some((piece) => piece.optionId))
  return { fields: OPTIONAL_FIELDS.filter((field) => record[field] !== ''), questions, hasPlaces }
}
