import type { QuestionKind } from '#db/enums'
import { type Piece, piecesOf } from '#lib/forms/policy/answer'
import { fieldName } from '#lib/forms/policy/names'
import { LONGEST, problemOf } from '#lib/forms/policy/problem'
import { type Asked, CHOOSES } from '#lib/forms/policy/question'

const WRITTEN: readonly QuestionKind[] = ['short', 'long', 'number', 'date', 'time', 'phone', 'url', 'institution']

/** The kinds to which a question goes over with every answer, whatever it is. To others some answers may not fit. */
export function keepsAll(from: QuestionKind, to: QuestionKind): boolean {
  if (from === to) return true
  if (CHOOSES.includes(from)) return (CHOOSES.includes(to) && from !== 'several') || to === 'long'
  if (to === 'long') return WRITTEN.includes(from) || ['country', 'travel'].includes(from)
  if (to === 'short') return ['number', 'date', 'time', 'phone', 'country', 'institution'].includes(from)
  return (
    (from === 'date' && to === 'travel') ||
    (from === 'picture' && to === 'file') ||
    (from === 'consent' && to === 'yes-no')
  )
}

/** What a new kind is given to read old answers with. */
export type Convert = {
  from: QuestionKind
  to: QuestionKind
  /** The options, offered or not, with their words in the event's language. */
  options: readonly { id: string; archived: boolean; label: string }[]
  countryName: (code: string) => string
}

/** Somebody's answer as one of the new kind; null when it cannot be that and would be lost. */
export function convertAnswer(pieces: readonly Piece[], convert: Convert): Piece[] | null {
  const { from, to, options } = convert
  if (from === to) return [...pieces]
  if (to === 'consent') return null
  if (from === 'consent') return to === 'yes-no' ? [...pieces] : null
  if (from === 'picture' && to === 'file') return [...pieces]
  if (['file', 'picture', 'yes-no'].includes(from) || ['file', 'picture', 'yes-no'].includes(to)) return null
  if (CHOOSES.includes(from) && CHOOSES.includes(to)) return chosenAgain(pieces, to)
  if (CHOOSES.includes(to)) {
    const text = wordsOf(pieces, convert).toLocaleLowerCase()
    const option = options.find((one) => one.label.trim().toLocaleLowerCase() === text)
    return option ? chosenAgain([{ slot: '', text: option.id, optionId: option.id }], to) : null
  }
  if (from === 'travel' && to === 'date' && pieces.length > 1) return null
  return readAgain(wordsOf(from === 'travel' && to === 'date' ? pieces.slice(0, 1) : pieces, convert), to)
}

function chosenAgain(pieces: readonly Piece[], to: QuestionKind): Piece[] | null {
  if (to !== 'several' && pieces.length > 1) return null
  return pieces.map(({ text, optionId = text }) => ({
    slot: to === 'several' ? optionId : '',
    text: optionId,
    optionId,
  }))
}

/** An answer in words, as it would be typed. */
function wordsOf(pieces: readonly Piece[], { from, options, countryName }: Convert): string {
  if (CHOOSES.includes(from))
    return pieces.map(({ text, optionId = text }) => options.find(({ id }) => id === optionId)?.label ?? '').join('; ')
  if (from === 'country') return pieces.map((piece) => countryName(piece.text)).join('')
  if (from === 'travel')
    return ['day', 'time', 'detail'].flatMap((part) => pieces.find(({ slot }) => slot === part)?.text ?? []).join(' ')
  return pieces[0]?.text ?? ''
}

/** Reads words as though somebody typed them for a question of the kind without bounds. */
function readAgain(words: string, to: QuestionKind): Piece[] | null {
  const asked: Asked = {
    ...{ id: 'q', kind: to, required: true, requiredFrom: null, staffOnly: false, condition: null },
    ...{
      min: null,
      max: to === 'short' ? LONGEST.short : null,
      earliest: null,
      latest: null,
      typeIds: [],
      options: [],
    },
  }
  const name = to === 'travel' ? fieldName('q', 'day') : fieldName('q')
  const typed = to === 'short' ? words.replace(/\s*\n\s*/g, ' ') : words
  const pieces = piecesOf(asked, new Map([[name, [typed]]]))
  return problemOf(asked, pieces, { today: '' }) ? null : pieces
}
