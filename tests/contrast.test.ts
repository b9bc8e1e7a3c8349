import { describe, expect, test } from 'vitest'
import { EDGES, GROUNDS, PAIRS, ratio, readTokens, TEXTS, type Tokens } from '#components/style/contrast'

/** The colours against WCAG 2.2, as the page of styles shows them: AA, and AAA for who asks for more contrast. */
const looks = readTokens(process.cwd())
const everywhere = (names: string[]) => names.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const))
const belowOf = (tokens: Tokens, least: number, pairs: readonly (readonly [string, string])[]) =>
  pairs.filter(([text, ground]) => ratio(tokens, text, ground) < least).map((pair) => pair.join(' on '))

describe.each([
  ['light', 4.5, 3],
  ['dark', 4.5, 3],
  ['lightMore', 7, 4.5],
  ['darkMore', 7, 4.5],
] as const)('%s', (look, text, edge) => {
  test('text is read', () => expect(belowOf(looks[look], text, [...everywhere(TEXTS), ...PAIRS])).toEqual([]))
  test('edges are seen', () => expect(belowOf(looks[look], edge, everywhere(EDGES))).toEqual([]))
})

test('control: black on white is 21, and too little is complained of', () => {
  const tokens = { black: 'oklch(0 0 0)', white: 'oklch(1 0 0)', pale: 'oklch(0.9 0 0)' }
  expect(ratio(tokens, 'black', 'white')).toBeCloseTo(21, 1)
  expect(belowOf(tokens, 4.5, [['pale', 'white']])).toEqual(['pale on white'])
})
