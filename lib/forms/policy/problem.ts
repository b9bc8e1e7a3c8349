import type { Piece } from '#lib/forms/policy/answer'
import type { Asked } from '#lib/forms/policy/question'

/** Why an answer will not do. `limit` fills the sentence, `part` names the field of a journey. */
export type Problem = { code: ProblemCode; limit?: string; part?: string }

export const PROBLEMS = [
  ...(['required', 'choose', 'consent', 'too-long', 'too-short', 'number', 'too-small', 'too-large'] as const),
  ...([
    'option',
    'option-full',
    'too-few',
    'too-many',
    'date',
    'too-early',
    'too-late',
    'time',
    'day-first',
    'phone',
  ] as const),
  ...(['country', 'institution', 'url', 'yes-no', 'file'] as const),
  ...(['file-empty', 'file-too-large', 'file-kind', 'file-unreadable'] as const),
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** What is checked with more knowledge where there is more: the server knows every numbering plan and the registry. */
export type Knowledge = {
  /** The day where the event takes place, `YYYY-MM-DD`. */
  today: string
  isPhone?: (text: string) => boolean
  isCountry?: (code: string) => boolean
  /** Whether the text of an institution is clear. */
  isInstitution?: (question: Asked) => boolean
  isFile?: (question: Asked, fileId: string) => boolean
  /** Options no longer offered that the person has chosen before. */
  kept?: (optionId: string) => boolean
}

/** Longest texts, in signs, where the organizer sets none. */
export const LONGEST = { short: 300, long: 5000, url: 2000, detail: 200, phone: 40, institution: 300 } as const

/** Whether an answer to a question that is shown will do. The same in the browser and on the server. */
export function problemOf(question: Asked, pieces: readonly Piece[], know: Knowledge): Problem | null {
  if (pieces.length === 0) return isRequired(question, know.today) ? { code: lacking(question) } : null
  for (const piece of pieces) {
    const problem = pieceProblem(question, piece, know)
    if (problem) return problem
  }
  return wholeProblem(question, pieces)
}

/** From its day on, or always. */
export const isRequired = ({ required, requiredFrom }: Asked, today: string): boolean =>
  required && (requiredFrom === null || today >= requiredFrom)

function lacking({ kind }: Asked): ProblemCode {
  if (kind === 'consent') return 'consent'
  return ['one', 'list', 'country', 'yes-no', 'institution'].includes(kind) ? 'choose' : 'required'
}

function pieceProblem(question: Asked, piece: Piece, know: Knowledge): Problem | null {
  const { text } = piece
  switch (question.kind) {
    case 'short':
    case 'long':
      return lengthProblem(text, question.min, question.max ?? LONGEST[question.kind])
    case 'number':
      return numberProblem(question, piece.number ?? Number.NaN)
    case 'yes-no':
      return text === '1' || text === '0' ? null : { code: 'yes-no' }
    case 'one':
    case 'several':
    case 'list':
      return optionProblem(question, piece, know)
    case 'date':
      return dayProblem(question, text)
    case 'time':
      return isTime(text) ? null : { code: 'time' }
    case 'travel':
      return journeyProblem(question, piece)
    case 'phone':
      return text.length <= LONGEST.phone && (know.isPhone ?? looksLikePhone)(text) ? null : { code: 'phone' }
    case 'country':
      return (know.isCountry ?? /^[A-Z]{2}$/.test.bind(/^[A-Z]{2}$/))(text) ? null : { code: 'country' }
    case 'institution':
      return (
        lengthProblem(text, 2, LONGEST.institution) ??
        (know.isInstitution?.(question) === false ? { code: 'institution' } : null)
      )
    case 'url':
      return urlProblem(text)
    case 'file':
    case 'picture':
      return !know.isFile || know.isFile(question, piece.fileId ?? '') ? null : { code: 'file' }
    case 'consent':
      return null
  }
}

function wholeProblem({ kind, min, max }: Asked, pieces: readonly Piece[]): Problem | null {
  if (kind === 'several') {
    if (min !== null && pieces.length < min) return { code: 'too-few', limit: String(min) }
    if (max !== null && pieces.length > max) return { code: 'too-many', limit: String(max) }
  }
  if (kind === 'travel' && !pieces.some((piece) => piece.slot === 'day')) return { code: 'day-first', part: 'day' }
  return null
}

function lengthProblem(text: string, min: number | null, max: number): Problem | null {
  // People count letters, not code units.
  const length = Array.from(text).length
  if (length > max) return { code: 'too-long', limit: String(max) }
  return min !== null && length < min ? { code: 'too-short', limit: String(min) } : null
}

function numberProblem({ min, max }: Asked, value: number): Problem | null {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { code: 'number' }
  if (min !== null && value < min) return { code: 'too-small', limit: String(min) }
  return max !== null && value > max ? { code: 'too-large', limit: String(max) } : null
}

function optionProblem({ options }: Asked, { optionId = '' }: Piece, know: Knowledge): Problem | null {
  const option = options.find(({ id }) => id === optionId)
  return option && (!option.archived || know.kept?.(optionId)) ? null : { code: 'option' }
}

function dayProblem({ earliest, latest }: Asked, text: string): Problem | null {
  if (!isDay(text)) return { code: 'date' }
  if (earliest !== null && text < earliest) return { code: 'too-early', limit: earliest }
  return latest !== null && text > latest ? { code: 'too-late', limit: latest } : null
}

function journeyProblem(question: Asked, { slot, text }: Piece): Problem | null {
  const problem =
    slot === 'day'
      ? dayProblem(question, text)
      : slot === 'time'
        ? isTime(text)
          ? null
          : { code: 'time' as const }
        : lengthProblem(text, null, LONGEST.detail)
  return problem && { ...problem, part: slot }
}

/** A web address with its scheme, which a reader may follow: no scripts, no files. */
function urlProblem(text: string): Problem | null {
  if (text.length > LONGEST.url) return { code: 'too-long', limit: String(LONGEST.url) }
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return { code: 'url' }
  try {
    const { hostname, username, password } = new URL(text)
    return hostname.includes('.') && !username && !password ? null : { code: 'url' }
  } catch {
    return { code: 'url' }
  }
}

/** A day there is: not the 30th of February. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const looksLikePhone = (text: string) => /^\+[\d\s()./-]{6,}$/.test(text)
