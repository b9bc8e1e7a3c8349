import type { AttendeeStatus } from '#db/enums'
import type { Answers } from '#lib/attendees/policy/answers'
import type { Piece } from '#lib/forms/policy/answer'
import { isRequired } from '#lib/forms/policy/problem'
import { type Form, type Question, SENDS_FILE, type Section, type Text } from '#lib/forms/policy/question'
import { answerText, type Names } from '#lib/forms/policy/say'
import { shownOf } from '#lib/forms/policy/shown'

/** An answer in words, ready for a page. */
export type AnswerLine = {
  id: string
  label: Text
  text: string
  /** Where it leads: a web address, a phone, the file. */
  href: string
  kind: Question['kind']
  /** Required and not answered. */
  open: boolean
}
export type AnswerPart = { id: string; title: Text; lines: AnswerLine[] }

export type RecordAnswers = {
  parts: AnswerPart[]
  /** To questions no longer asked. */
  gone: AnswerLine[]
  /** How many sensitive answers there are; none of them is in the lines. */
  sensitive: number
}

type Person = { typeId: string; status: AttendeeStatus }

/** What somebody answered, part by part of the form: what is shown to people of this type under the conditions, without what is sensitive. */
export function recordAnswers(
  form: Form,
  answers: Answers,
  person: Person,
  names: Names,
  today: string,
): RecordAnswers {
  const all = form.sections.flatMap((section) => section.questions)
  const given = (question: Question) => answers.get(question.id) ?? []
  const asked = all.filter(({ archived }) => !archived)
  const shown = new Set(shownOf(asked, { typeId: person.typeId, staff: true }, given).map(({ id }) => id))
  const plain = ({ dataClass }: Question) => dataClass !== 'sensitive'
  const line = (question: Question, stage: Section['stage']) =>
    lineOf(question, given(question), names, isRequired(question, today) && isExpected(stage, person.status))
  const parts = form.sections.map(({ id, title, stage, questions }) => ({
    id,
    title,
    lines: questions
      .filter((question) => shown.has(question.id) && (plain(question) || given(question).length === 0))
      .map((question) => line(question, stage))
      .filter(({ text, open }) => text !== '' || open),
  }))
  return {
    parts: parts.filter(({ lines }) => lines.length > 0),
    gone: all
      .filter((question) => question.archived && plain(question) && given(question).length > 0)
      .map((question) => lineOf(question, given(question), names, false)),
    sensitive: all.filter((question) => !plain(question) && given(question).length > 0).length,
  }
}

/** The answers to sensitive questions, once reading them is written down. */
export const sensitiveLines = (form: Form, answers: Answers, names: Names): AnswerLine[] =>
  form.sections
    .flatMap((section) => section.questions)
    .filter(({ id }) => answers.has(id))
    .map((question) => lineOf(question, answers.get(question.id) ?? [], names, false))

/** What is asked afterwards is expected from those who have a place. */
const isExpected = (stage: Section['stage'], status: AttendeeStatus) =>
  stage === 'afterwards' ? status === 'confirmed' : status !== 'cancelled' && status !== 'declined'

function lineOf(question: Question, pieces: readonly Piece[], names: Names, expected: boolean): AnswerLine {
  const { id, kind, label, dataClass } = question
  const none = pieces.length === 0
  // Of an unanswered sensitive question no more is told than that it is open.
  const text = none
    ? kind === 'consent' && dataClass !== 'sensitive'
      ? names.no
      : ''
    : answerText(question, pieces, names)
  return { id, label, kind, text, href: hrefOf(kind, pieces[0]), open: none && expected }
}

function hrefOf(kind: Question['kind'], piece: Piece | undefined): string {
  if (!piece) return ''
  // What came past the form, by an import, may be any text.
  if (kind === 'url') return /^https?:\/\/[^\s]+$/i.test(piece.text) ? piece.text : ''
  if (kind === 'phone') return /\d/.test(piece.text) ? `tel:${piece.text.replace(/[^+\d]/g, '')}` : ''
  return SENDS_FILE.includes(kind) && piece.fileId ? `/api/files/${piece.fileId}` : ''
}
