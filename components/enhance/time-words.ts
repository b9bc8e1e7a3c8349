const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** A span of time in words, its two largest parts: `1 day 3 hours`, `2 часа 5 минут`. Empty below a minute. */
export function timeWords(seconds: number, language: string): string {
  const parts: string[] = []
  let rest = seconds
  for (const [unit, length] of UNITS) {
    const n = Math.floor(rest / length)
    rest -= n * length
    if (parts.length === 0 && n === 0) continue
    if (n > 0) parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n))
    // The part after the largest is told or left out; what is smaller does not count beside them.
    if (parts.length === 2 || (parts.length === 1 && n === 0)) break
  }
  return parts.join(' ')
}
