import { type LetterKind, placeholdersOf } from '#lib/messages/policy/kinds'
import { unknownPlaceholders } from '#lib/messages/policy/placeholders'

/** How long they may be, in signs. */
export const WORDING_LIMITS = { subject: 200, body: 10_000 } as const
export type WordingField = keyof typeof WORDING_LIMITS

/** What is wrong with words: a name in braces that their letter does not know (with the one that may be meant), braces that hold none, HTML. */
export type WordingFlaw =
  | { code: 'unknown'; written: string; meant: string | null }
  | { code: 'brace' }
  | { code: 'html' }

export const wordingFlaw = (kind: LetterKind, text: string) => textFlaw(text, placeholdersOf(kind))

export function textFlaw(text: string, known: readonly string[]): WordingFlaw | null {
  const [written] = unknownPlaceholders(text, known)
  if (written !== undefined) return { code: 'unknown', written, meant: nearest(written, known) }
  if (/[{}]/.test(text.replace(/\{[a-z]+\}/g, ''))) return { code: 'brace' }
  // An address between pointed brackets is Markdown.
  if (/<(?!https?:|mailto:|[^\s<>@]+@[^\s<>@]+>)[a-z!/][^>]*>/i.test(text)) return { code: 'html' }
  return null
}

/** The known name that is written most alike; null where none is. */
function nearest(written: string, known: readonly string[]): string | null {
  const plain = written.trim().toLowerCase()
  const [best] = known
    .map((name) => ({ name, steps: distance(plain, name) }))
    .sort((one, other) => one.steps - other.steps)
  return best && best.steps <= Math.max(1, Math.ceil(best.name.length / 3)) ? best.name : null
}

/** Levenshtein's distance, an exchange of neighbours counting once. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[from.length]?.[to.length] ?? 0
}
