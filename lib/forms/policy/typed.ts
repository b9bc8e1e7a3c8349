import type { Piece } from '#lib/forms/policy/answer'
import { fieldName } from '#lib/forms/policy/names'
import type { Asked } from '#lib/forms/policy/question'

/** An answer as the fields of the form show it: the way back of `piecesOf`. */
export function typedOf(
  questions: readonly Asked[],
  answerTo: (id: string) => readonly Piece[],
): Record<string, string[]> {
  return Object.fromEntries(questions.flatMap((question) => fieldsOf(question, answerTo(question.id))))
}

function fieldsOf({ id, kind }: Asked, pieces: readonly Piece[]): [string, string[]][] {
  const [first] = pieces
  if (!first) return []
  switch (kind) {
    case 'several':
      return [[fieldName(id), pieces.map((piece) => piece.text)]]
    case 'travel':
      return pieces.map((piece) => [fieldName(id, piece.slot), [piece.text]])
    case 'file':
    case 'picture':
      return [
        [fieldName(id, 'file'), [first.fileId ?? '']],
        [fieldName(id, 'name'), [first.text]],
      ]
    case 'institution':
      return [
        [fieldName(id), [first.text]],
        [fieldName(id, 'id'), [first.institutionId ?? '']],
        [fieldName(id, 'for'), [first.text]],
      ]
    default:
      return [[fieldName(id), [first.text]]]
  }
}
