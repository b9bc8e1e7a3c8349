import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex, readTokens } from '#components/style/contrast'
import { ACCENT_GROUNDS, accentTokens, LEAST, LOOKS, type Look } from '#lib/events/policy/accent'
import { contrast, readHex } from '#lib/events/policy/colour'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
const groundOf = (look: Look) => ACCENT_GROUNDS[look.startsWith('light') ? 'light' : 'dark']

/** What an accent leaves unread, in one look. */
function unread(accent: string, look: Look): string[] {
  const { lapis, deep, wash, on } = accentTokens(accent)[look]
  const { paper, sheet, well, ink, soft } = groundOf(look)
  const pairs = [
    ...[paper, sheet, well, wash].flatMap((ground) => [lapis, deep].map((text) => [text, ground] as const)),
    ...[lapis, deep].map((ground) => [on, ground] as const),
  ]
  const washed = [ink, soft].map((text) => [text, wash] as const)
  return [
    ...pairs.filter((pair) => contrast(...pair) < LEAST[look]),
    ...washed.filter((pair) => contrast(...pair) < 4.5),
  ].map((pair) => pair.join(' on '))
}

test.each(LOOKS)('whatever colour is chosen, links and buttons are read: %s', (look) => {
  fc.assert(
    fc.property(colour, (accent) => {
      expect(unread(accent, look)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe.each(['#000000', '#ffffff', '#ffff00', '#00ff00', '#ff0000', '#0000ff', '#7f7f7f'])('%s', (accent) => {
  test.each(LOOKS)('is read: %s', (look) => expect(unread(accent, look)).toEqual([]))
})

test('a colour that is read on light paper stays as it was chosen; another keeps its hue', () => {
  expect(accentTokens('#1d438c').light.lapis).toBe('#1d438c')
  expect(accentTokens('#7a1f2b').light.lapis).toBe('#7a1f2b')
  const yellow = accentTokens('#ffd400').light.lapis
  expect(yellow).not.toBe('#ffd400')
  expect(Number.parseInt(yellow.slice(1, 3), 16)).toBeGreaterThan(Number.parseInt(yellow.slice(5, 7), 16))
})

test('what a pointer changes is seen to change', () => {
  for (const accent of ['#000000', '#ffffff', '#1d438c'])
    for (const look of LOOKS) {
      const { lapis, deep } = accentTokens(accent)[look]
      expect(contrast(lapis, deep), `${accent} ${look}`).toBeGreaterThan(1.1)
    }
})

test('the grounds are those of the style sheet', () => {
  const tokens = readTokens(process.cwd())
  for (const look of ['light', 'dark'] as const) {
    const of = Object.entries(ACCENT_GROUNDS[look]).map(([name, value]) => [
      hex(tokens[look][name === 'soft' ? 'ink-soft' : name]),
      value,
    ])
    expect(of.filter(([sheet, here]) => sheet !== here)).toEqual([])
  }
})

test.each([
  ['#1D438C', '#1d438c'],
  [' 1d438c ', '#1d438c'],
  ['#abc', '#aabbcc'],
  ['red', null],
  ['#12345', null],
  ['#1d438c;background:url(x)', null],
  ['', null],
])('%j is read as %j', (typed, read) => expect(readHex(typed)).toBe(read))
