import type { Change } from '#lib/attendees/policy/changes'
import { CHOOSES, type Question } from '#lib/forms/policy/question'
import type { Names } from '#lib/forms/policy/say'

/** A change of an answer; of a sensitive one nothing more than that. */
export type AnswerChange = Change & { id: string; silent: boolean }

type Entry = { before: Record<string, unknown>; after: Record<string, unknown> }

/** What an entry of the history says of answers, in the order of the form, with words in place of ids. */
export function answersInWords(
  { before, after }: Entry,
  questions: readonly Question[],
  names: Names,
  empty: string,
): AnswerChange[] {
  return questions
    .filter(({ id }) => id in after)
    .map((question) => {
      const [old, next] = [before[question.id], after[question.id]].map((value) => String(value ?? ''))
      const silent = question.dataClass === 'sensitive' || (!old && !next)
      const say = (told = '') => (silent ? '' : saidOf(question, told, names) || empty)
      return { id: question.id, field: question.label.text, before: say(old), after: say(next), silent }
    })
}

/** The institutions that the history of answers names. */
export const institutionsTold = (entries: readonly (Entry & { verb: string })[], questions: readonly Question[]) =>
  entries
    .filter(({ verb }) => verb === 'attendee.answer')
    .flatMap(({ before, after }) =>
      questions.filter(({ kind }) => kind === 'institution').flatMap(({ id }) => [before[id], after[id]]),
    )
    .filter((told): told is string => typeof told === 'string' && told !== '')

/** How the history keeps an answer is how `keepAnswers` tells it: its parts with a dot between, options and institutions by their ids. */
const BETWEEN = ' · '

function saidOf({ kind, options }: Question, told: string, names: Names): string {
  if (told === '') return ''
  if (CHOOSES.includes(kind)) {
    const chosen = told.split(BETWEEN)
    return options
      .filter(({ id }) => chosen.includes(id))
      .map(({ label }) => label.text)
      .join('; ')
  }
  if (kind === 'yes-no' || kind === 'consent') return told === '1' ? names.yes : names.no
  if (kind === 'country') return names.country(told)
  if (kind === 'institution') return names.institution(told) ?? told
  if (kind === 'date') return names.day(told)
  if (kind === 'travel') {
    const [day = '', ...rest] = told.split(BETWEEN)
    return [/^\d{4}-\d\d-\d\d$/.test(day) ? names.day(day) : day, ...rest].join(', ')
  }
  return told
}
