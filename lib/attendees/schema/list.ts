import * as z from 'zod'
import { ATTENDEE_STATUSES } from '#db/enums'
import { CHOOSES, type Question } from '#lib/forms/policy/question'

/** The columns a list can show and export, in their order. `name` always stands. */
export const COLUMNS = [
  'name',
  'nativeName',
  'title',
  'position',
  'institution',
  'place',
  'type',
  'status',
  'registered',
  'code',
  'email',
  'phone',
] as const
export type Column = (typeof COLUMNS)[number]
export const DEFAULT_COLUMNS: readonly Column[] = [
  'name',
  'nativeName',
  'institution',
  'place',
  'type',
  'status',
  'registered',
]

/** A question of the event's form as a column, `q.<question>`: behind the others. */
export type QuestionColumn = `q.${string}`
export type AnyColumn = Column | QuestionColumn

export const columnOf = (questionId: string): QuestionColumn => `q.${questionId}`
export const isQuestionColumn = (column: string): column is QuestionColumn => QUESTION_COLUMN.test(column)
export const questionOfColumn = (column: QuestionColumn): string => column.slice('q.'.length)

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const QUESTION_COLUMN = new RegExp(`^q\\.${UUID}$`)

/** What an answer can be filtered by besides what it says: that there is one, or none. */
export const ANSWERED = 'any'
export const UNANSWERED = 'none'

/** More than anybody reads side by side: the rest of a forged address is not read. */
const MOST_QUESTIONS = 60

export const SORTS = ['name', 'institution', 'type', 'status', 'registered', 'code'] as const
export type Sort = (typeof SORTS)[number]

export const PAGE_SIZE = 25

/**
 * The list as its address describes it: what the screen shows and what the export holds. Whatever an address
 * says that no list can be made of is left out, so that an old or mistyped link still opens.
 */
export const attendeeList = z.preprocess(
  withAnswers,
  z.object({
    status: z.enum(ATTENDEE_STATUSES).optional().catch(undefined),
    q: z.string().trim().max(200).catch(''),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .catch(undefined),
    institution: z.uuid().optional().catch(undefined),
    type: z.uuid().optional().catch(undefined),
    sort: z.enum(SORTS).catch('name'),
    dir: z.enum(['asc', 'desc']).catch('asc'),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
    cols: z
      .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.string()))
      .transform((names): readonly AnyColumn[] => [
        ...COLUMNS.filter((column) => column === 'name' || names.includes(column)),
        ...[...new Set(names)].filter(isQuestionColumn).slice(0, MOST_QUESTIONS),
      ])
      .catch(DEFAULT_COLUMNS),
    /** By question: an option's or institution's id, a country's code, `1` or `0`, ANSWERED or UNANSWERED. */
    answers: z.record(z.string(), z.string()).catch({}),
  }),
)
export type AttendeeList = z.output<typeof attendeeList>

/** The query string of a list, with some of it changed; defaults are left out, and a change of anything but the page begins at page 1. */
export function listHref(list: AttendeeList, change: Partial<AttendeeList> = {}): string {
  const next = { ...list, page: 1, ...change }
  const params = new URLSearchParams()
  for (const key of ['status', 'q', 'country', 'institution', 'type'] as const)
    if (next[key]) params.set(key, next[key])
  if (next.sort !== 'name') params.set('sort', next.sort)
  if (next.dir !== 'asc') params.set('dir', next.dir)
  if (next.page !== 1) params.set('page', String(next.page))
  for (const [questionId, value] of Object.entries(next.answers)) params.set(columnOf(questionId), value)
  if (next.cols.join() !== DEFAULT_COLUMNS.join()) params.set('cols', next.cols.join(','))
  const query = params.toString()
  return query ? `?${query}` : '?'
}

/** The list without columns and filters of questions that are not among these: of another event, sensitive, gone. Columns stand in the order of the form. */
export function knownList(
  list: AttendeeList,
  questions: readonly Pick<Question, 'id' | 'kind' | 'options'>[],
): AttendeeList {
  const asked = questions.map(({ id }) => columnOf(id)).filter((column) => list.cols.includes(column))
  const answers = Object.entries(list.answers).filter(([id, value]) => {
    const question = questions.find((one) => one.id === id)
    return question && canSay(question, value)
  })
  return {
    ...list,
    cols: [...list.cols.filter((column) => !isQuestionColumn(column)), ...asked],
    answers: Object.fromEntries(answers),
  }
}

function canSay({ kind, options }: Pick<Question, 'kind' | 'options'>, value: string): boolean {
  if (value === ANSWERED || value === UNANSWERED) return true
  if (CHOOSES.includes(kind)) return options.some(({ id }) => id === value)
  if (kind === 'yes-no') return value === '1' || value === '0'
  if (kind === 'consent') return value === '1'
  if (kind === 'country') return /^[A-Z]{2}$/.test(value)
  return kind === 'institution' && new RegExp(`^${UUID}$`).test(value)
}

/** Gathers the filters on answers, each a parameter of its own in the address. */
function withAnswers(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query
  const answers = Object.entries(query).flatMap(([name, given]): [string, string][] => {
    const value: unknown = Array.isArray(given) ? given.at(-1) : given
    return isQuestionColumn(name) && typeof value === 'string' && value !== '' ? [[questionOfColumn(name), value]] : []
  })
  return { ...query, answers: Object.fromEntries(answers.slice(0, MOST_QUESTIONS)) }
}
