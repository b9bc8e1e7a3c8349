import { searchWords } from '#lib/fold'
import { marked } from '#lib/institutions/policy/mark'

/** The text with the words that answer the query underlined, found as the search finds them: folded. */
export function Marked({ text, query }: { text: string; query: string }) {
  let at = 0
  return marked(text, searchWords(query)).map(({ text: part, hit }) => {
    const key = at
    at += part.length
    return hit ? <mark key={key}>{part}</mark> : part
  })
}
