import type { FormStage } from '#db/enums'
import { type Piece, piecesOf } from '#lib/forms/policy/answer'
import { fieldName, JOURNEY, questionOfField, type Typed } from '#lib/forms/policy/names'
import { type Knowledge, type Problem, problemOf } from '#lib/forms/policy/problem'
import { type Form, type Question, SENDS_FILE } from '#lib/forms/policy/question'
import { type Reader, shownOf } from '#lib/forms/policy/shown'

export type Answers = ReadonlyMap<string, readonly Piece[]>
export type FieldProblem = { questionId: string; field: string; problem: Problem }

export type Sent = {
  form: Form
  /** The stages that were asked. */
  stages: readonly FormStage[]
  reader: Reader
  typed: Typed
  /** What was answered before, also to questions that were not on the page. */
  before: Answers
  know: Knowledge
  /** Whether what is required must be answered: staff may write down what they know. */
  demanding: boolean
}

export type Reading = {
  /** The questions that were asked of this reader on this page, shown or not. */
  asked: Question[]
  /** What was answered to those shown. */
  answers: Answers
  problems: FieldProblem[]
  /** Fields that belong to no question asked here: forged, or of a form that has changed since. */
  foreign: string[]
}

/** Reads what was sent in answer to a form. Answers to questions that are not shown count for nothing. */
export function readAnswers({ form, stages, reader, typed, before, know, demanding }: Sent): Reading {
  const here = (question: Question) => staged.has(question.id) && (reader.staff || !question.staffOnly)
  const staged = new Set(
    form.sections
      .filter(({ stage }) => stages.includes(stage))
      .flatMap((section) => section.questions.map(({ id }) => id)),
  )
  const all = form.sections.flatMap((section) => section.questions)
  const asked = all.filter(here)
  const answers = new Map<string, readonly Piece[]>()
  const problems: FieldProblem[] = []
  const shown = shownOf(all, reader, (question) =>
    here(question) ? piecesOf(question, typed) : (before.get(question.id) ?? []),
  )
  for (const question of shown.filter(here)) {
    const pieces = piecesOf(question, typed)
    answers.set(question.id, pieces)
    const problem = problemOf(demanding ? question : { ...question, required: false }, pieces, know)
    if (problem) problems.push({ questionId: question.id, field: fieldName(question.id, problem.part), problem })
  }
  return { asked, answers, problems, foreign: [...typed.keys()].filter((name) => isForeign(name, asked)) }
}

const INSTITUTION = ['id', 'for', 'asked', 'choice', 'place']
const FILE = ['file', 'name', 'drop']

function isForeign(name: string, asked: readonly Question[]): boolean {
  if (!name.startsWith('q.')) return false
  const field = questionOfField(name)
  const question = asked.find(({ id }) => id === field?.questionId)
  if (!field || !question) return true
  if (field.part === '') return question.kind === 'travel'
  if (question.kind === 'travel') return !(JOURNEY as readonly string[]).includes(field.part)
  if (question.kind === 'institution') return !INSTITUTION.includes(field.part)
  return !(SENDS_FILE.includes(question.kind) && FILE.includes(field.part))
}

/** Whether two answers say the same. */
export const sameAnswer = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length && a.every((piece, i) => JSON.stringify(bare(piece)) === JSON.stringify(bare(b[i] as Piece)))

const bare = ({ slot, text, optionId, institutionId, fileId }: Piece) => [
  slot,
  text,
  optionId ?? '',
  institutionId ?? '',
  fileId ?? '',
]

/** Problems in the order of the page. */
export const inOrder = (problems: readonly FieldProblem[], asked: readonly Question[]): FieldProblem[] =>
  asked.flatMap(({ id }) => problems.filter((problem) => problem.questionId === id))

/** The questions in which options were chosen that have no place left. */
export const optionProblems = ({ answers }: Pick<Reading, 'answers'>, full: readonly string[]): FieldProblem[] =>
  [...answers]
    .filter(([, pieces]) => pieces.some((piece) => full.includes(piece.optionId ?? '')))
    .map(([questionId]) => ({ questionId, field: fieldName(questionId), problem: { code: 'option-full' } }))
