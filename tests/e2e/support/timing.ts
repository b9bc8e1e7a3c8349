type Ask = () => Promise<unknown>

const PAIRS = 20
const ROUNDS = 3
/** So seldom does a round call equals unequal: once in a hundred; all three, the same way, once in four millions. */
const SURE = 2.576

/**
 * Whether two requests can be told apart by how long they take: they are asked in pairs, in an order thrown for each, so that a busy machine slows both alike, and
 * the signed ranks of the differences are weighed, which know no milliseconds and mind no outlier. Only what every round says counts.
 */
export async function toldApart(one: Ask, other: Ask): Promise<boolean> {
  let before = 0
  for (let round = 0; round < ROUNDS; round++) {
    const z = signedRanks(await differences(one, other))
    if (Math.abs(z) < SURE || before * z < 0) return false
    before = z
  }
  return true
}

async function differences(one: Ask, other: Ask): Promise<number[]> {
  const found: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const turned = Math.random() < 0.5
    const first = await timed(turned ? other : one)
    const second = await timed(turned ? one : other)
    found.push(turned ? second - first : first - second)
  }
  return found
}

async function timed(ask: Ask): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

/** Wilcoxon's signed ranks, as the number of standard deviations from what chance gives. */
export function signedRanks(values: readonly number[]): number {
  const ranked = values.toSorted((a, b) => Math.abs(a) - Math.abs(b))
  const sum = ranked.reduce((total, value, i) => total + Math.sign(value) * (i + 1), 0)
  const n = values.length
  return sum / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6)
}
