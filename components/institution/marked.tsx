import { fold, searchWords } from '#lib/fold'

/** The text with the words that answer the query underlined, found as the search finds them: folded. */
export function Marked({ text, query }: { text: string; query: string }) {
  const parts = split(text, searchWords(query))
  return parts.map((part, index) => (part.hit ? <mark key={`${index} ${part.text}`}>{part.text}</mark> : part.text))
}

type Part = { text: string; hit: boolean }

function split(text: string, words: string[]): Part[] {
  const hits = words.map((word) => find(text, word)).filter((hit) => hit !== null)
  const parts: Part[] = []
  let from = 0
  for (const [start, end] of hits.sort((a, b) => a[0] - b[0])) {
    if (start < from) continue
    parts.push({ text: text.slice(from, start), hit: false }, { text: text.slice(start, end), hit: true })
    from = end
  }
  return [...parts, { text: text.slice(from), hit: false }].filter((part) => part.text)
}

/** Where a folded word stands in a text: at a word's beginning if it can, else anywhere. */
function find(text: string, word: string): [number, number] | null {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index)
  for (const start of [...starts, ...text.slice(0, 80).split('').keys()])
    for (let end = start + 1; end <= Math.min(text.length, start + 2 * word.length + 4); end++) {
      const folded = fold(text.slice(start, end))
      if (folded === word) return [start, end]
      if (!word.startsWith(folded)) break
    }
  return null
}
