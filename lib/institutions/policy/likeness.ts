import { namesIn } from '#lib/institutions/policy/name'

/**
 * How alike two institutions' names are, 0 to 1: Dice's coefficient over the trigrams of their two closest names
 * (Dice 1945; the measure pg_trgm and record linkage use).
 */
export function likeness(a: string, b: string): number {
  let best = 0
  const others = namesIn(b).map(trigrams)
  for (const name of namesIn(a)) {
    const own = trigrams(name)
    for (const other of others) best = Math.max(best, dice(own, other))
  }
  return best
}

function dice(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const part of a) if (b.has(part)) shared++
  return (2 * shared) / (a.size + b.size)
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `
  const parts = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) parts.add(padded.slice(i, i + 3))
  return parts
}
