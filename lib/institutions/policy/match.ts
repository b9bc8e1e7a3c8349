import { namesIn } from '#lib/institutions/policy/name'

export type Candidate = { id: string; searchKey: string; sortKey: string; countryCode: string | null }

/** How well an institution answers a query, lower is better. */
const EXACT = 0
const BEGINS = 1
const WORDS_BEGIN = 2
const WORDS_BEGIN_ANYWHERE = 3
const WITHIN = 4

/**
 * The best of what was found, first: a name that is the query; then those of the country; then names that begin with it, names in which each word
 * begins one, the rest; then the shorter name. The country narrows but never hides.
 * @param words folded
 */
export function ranked(
  candidates: readonly Candidate[],
  words: readonly string[],
  countryCode: string | null | undefined,
): Candidate[] {
  return candidates
    .map((candidate) => ({
      candidate,
      here: Boolean(countryCode) && candidate.countryCode === countryCode,
      ...closeness(words, candidate.searchKey),
    }))
    .sort(
      (a, b) =>
        Number(b.rank === EXACT) - Number(a.rank === EXACT) ||
        Number(b.here) - Number(a.here) ||
        a.rank - b.rank ||
        a.length - b.length ||
        (a.candidate.sortKey < b.candidate.sortKey ? -1 : 1),
    )
    .map(({ candidate }) => candidate)
}

/** How many rows of a list the best of other countries have, however many the reader's own has. */
const OTHERS = 2

/** The first of what was ranked, in its order; never those of the country alone while there are others. */
export function bestFew(best: readonly Candidate[], countryCode: string | undefined, limit: number): Candidate[] {
  const others = countryCode ? best.filter((one) => one.countryCode !== countryCode).slice(0, OTHERS) : []
  const rest = best.filter((one) => !others.includes(one)).slice(0, limit - others.length)
  return best.filter((one) => rest.includes(one) || others.includes(one))
}

/** The best rank among the names, and the length of the name that has it. */
function closeness(words: readonly string[], searchKey: string): { rank: number; length: number } {
  const query = words.join(' ')
  const best = { rank: WITHIN, length: 999 }
  for (const name of namesIn(searchKey)) {
    const rank = rankOf(name, query, words)
    if (rank < best.rank || (rank === best.rank && name.length < best.length))
      Object.assign(best, { rank, length: name.length })
  }
  if (best.rank === WITHIN && words.every((word) => beginsAWord(searchKey, word))) best.rank = WORDS_BEGIN_ANYWHERE
  return best
}

function rankOf(name: string, query: string, words: readonly string[]): number {
  if (name === query) return EXACT
  if (name.startsWith(query)) return BEGINS
  return words.every((word) => beginsAWord(name, word)) ? WORDS_BEGIN : WITHIN
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || text[at - 1] === ' ' || text[at - 1] === '|') return true
  return false
}
