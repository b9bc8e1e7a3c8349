import { fold, searchWords } from '#lib/fold'

/** The text with the words that answer the query underlined, found as the search finds them: folded. */
export function Marked({ text, query }: { text: string; query: string }) {
  return split(text, searchWords(query)).map(({ at, part, hit }) => (hit ? <mark key={at}>{part}</mark> : part))
}

function split(text: string, words: string[]): { at: number; part: string; hit: boolean }[] {
  const hits = words.map((word) => find(text, word)).filter((hit) => hit !== null)
  const cuts = hits.sort((a, b) => a[0] - b[0]).filter(([start], i) => start >= (hits[i - 1]?.[1] ?? 0))
  const marked = cuts.flatMap(([start, end], i) => [
    { at: -start - 1, part: text.slice(cuts[i - 1]?.[1] ?? 0, start), hit: false },
    { at: start, part: text.slice(start, end), hit: true },
  ])
  return [...marked, { at: text.length, part: text.slice(cuts.at(-1)?.[1] ?? 0), hit: false }]
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
