import 'server-only'
import { listAnswers } from '#lib/attendees/queries/list-answers'
import { namesWith } from '#lib/attendees/queries/names'
import type { Actor } from '#lib/auth/actor'
import type { Question } from '#lib/forms/policy/question'
import { answerText } from '#lib/forms/policy/say'
import type { Locale } from '#lib/i18n/locales'
import { answerCell, type Cell } from '#lib/rosters/policy/cells'

type Where = { eventId: string; locale: Locale }
type YesNo = { yes: string; no: string }
type Questions = readonly Question[]

/** What stands in the list under a question, by attendee and question. */
export type AnswerTexts = (attendeeId: string, questionId: string) => string

/** The answers of some attendees in the reader's words, for the screen. One query for the page. */
export async function answerTexts(
  actor: Actor,
  { eventId, locale }: Where,
  ids: readonly string[],
  questions: Questions,
  words: YesNo,
): Promise<AnswerTexts> {
  const people = await listAnswers(actor, eventId, ids, idsOf(questions))
  const names = await namesWith(people.values(), locale, words)
  const byId = new Map(questions.map((question) => [question.id, question]))
  return (attendeeId, questionId) => {
    const question = byId.get(questionId)
    const pieces = people.get(attendeeId)?.get(questionId) ?? []
    if (!question) return ''
    return pieces.length === 0 && question.kind === 'consent' ? names.no : answerText(question, pieces, names)
  }
}

/** The same for a file: days and numbers stay what they are. */
export async function answerCells(
  actor: Actor,
  { eventId, locale }: Where,
  ids: readonly string[],
  questions: Questions,
  words: YesNo,
): Promise<(attendeeId: string, questionId: string) => Cell> {
  const people = await listAnswers(actor, eventId, ids, idsOf(questions))
  const names = await namesWith(people.values(), locale, words, { plain: true })
  const byId = new Map(questions.map((question) => [question.id, question]))
  return (attendeeId, questionId) => {
    const question = byId.get(questionId)
    return question ? answerCell(question, people.get(attendeeId)?.get(questionId) ?? [], names) : ''
  }
}

const idsOf = (questions: Questions) => questions.map(({ id }) => id)
