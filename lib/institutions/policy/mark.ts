import { fold } from '#lib/fold'

/** A text in parts, of which some answer a query. */
export type Marked = { text: string; hit: boolean }[]

/** The text with the words that answer the query set apart, found as the search finds them: folded. */
export function marked(text: string, words: readonly string[]): Marked {
  const hits = words.map((word) => find(text, word)).filter((hit) => hit !== null)
  const cuts = hits.sort((a, b) => a[0] - b[0]).filter(([start], i) => start >= (hits[i - 1]?.[1] ?? 0))
  const parts = cuts.flatMap(([start, end], i) => [
    { text: text.slice(cuts[i - 1]?.[1] ?? 0, start), hit: false },
    { text: text.slice(start, end), hit: true },
  ])
  return [...parts, { text: text.slice(cuts.at(-1)?.[1] ?? 0), hit: false }].filter((part) => part.text !== '')
}

/** From where to where a folded word stands in a text: at a word's beginning if it can, else anywhere near the front. */
function find(text: string, word: string): [number, number] | null {
  const beginnings = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index)
  for (const start of [...beginnings, ...Array(Math.min(text.length, 80)).keys()])
    for (let end = start + 1; end <= Math.min(text.length, start + 2 * word.length + 4); end++) {
      const folded = fold(text.slice(start, end))
      if (folded === word) return [start, end]
      // Two letters may become one sound (zh, j): the first alone says nothing yet.
      if (folded.length > 2 && !word.startsWith(folded)) break
    }
  return null
}
