import type { Piece } from '#lib/forms/policy/answer'
import type { Question } from '#lib/forms/policy/question'

/** How the parts of an answer are called in the reader's language. */
export type Names = {
  yes: string
  no: string
  country: (code: string) => string
  /** The present name of an institution; nothing where it is not known. */
  institution: (id: string) => string | undefined
  /** A day, `YYYY-MM-DD`. */
  day: (day: string) => string
}

/** An answer as one text: for the list, the record, the file. Several choices are parted by semicolons. */
export function answerText(
  question: Pick<Question, 'kind' | 'options'>,
  pieces: readonly Piece[],
  names: Names,
): string {
  const option = (id: string) => question.options.find((one) => one.id === id)?.label.text ?? ''
  switch (question.kind) {
    case 'one':
    case 'list':
    case 'several': {
      // In the order of the form, not of the presses.
      const chosen = new Set(pieces.map((piece) => piece.optionId ?? ''))
      return question.options
        .filter(({ id }) => chosen.has(id))
        .map(({ id }) => option(id))
        .join('; ')
    }
    case 'yes-no':
    case 'consent':
      return pieces.map(({ text }) => (text === '1' ? names.yes : names.no)).join('')
    case 'date':
      return pieces.map(({ text }) => names.day(text)).join('')
    case 'travel': {
      const part = (slot: string) => pieces.find((piece) => piece.slot === slot)?.text ?? ''
      const day = part('day')
      return [day && names.day(day), part('time'), part('detail')].filter(Boolean).join(', ')
    }
    case 'country':
      return pieces.map(({ text }) => names.country(text)).join('')
    case 'institution':
      return pieces
        .map(({ text, institutionId }) => (institutionId && names.institution(institutionId)) || text)
        .join('')
    default:
      return pieces.map(({ text }) => text).join('; ')
  }
}
