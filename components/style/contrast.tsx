import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hexOf, linearOf, luminance as luminanceOf, type Oklch } from '#lib/events/policy/colour'

export type Tokens = Record<string, string>

export const GROUNDS = ['paper', 'sheet', 'well'] as const
const STATUSES = ['pending', 'confirmed', 'waiting', 'offered', 'declined', 'cancelled', 'checked-in']
/** What is written on all three grounds. */
export const TEXTS = [
  ...['ink', 'ink-soft', 'ink-faint', 'lapis', 'saffron-ink', 'leaf', 'madder'],
  ...STATUSES.map((status) => `st-${status}`),
]
/** What must be seen but is not read. */
export const EDGES = ['line-strong']
/** What is written on a ground of its own: text, ground. */
export const PAIRS: [text: string, ground: string][] = [
  ...['on-lapis'].flatMap((text): [string, string][] => ['lapis', 'lapis-deep', 'madder'].map((on) => [text, on])),
  ...['ink', 'ink-soft', 'lapis'].map((text): [string, string] => [text, 'lapis-wash']),
  ...['ink', 'saffron-ink'].map((text): [string, string] => [text, 'saffron-wash']),
  ...['ink', 'madder'].map((text): [string, string] => [text, 'madder-wash']),
  ...['ink', 'leaf'].map((text): [string, string] => [text, 'leaf-wash']),
  ['paper', 'ink'],
]

/** The colours of each look, read from the style sheet itself. `more` is for those who ask for more contrast. */
export function readTokens(root: string): Record<'light' | 'dark' | 'lightMore' | 'darkMore', Tokens> {
  const css = readFileSync(path.join(root, 'app/styles/tokens.css'), 'utf8')
  const of = (head: string) => {
    const start = css.indexOf(`${head} {`)
    if (start < 0) throw new Error(`The tokens have no ${head}`)
    const body = css.slice(start, css.indexOf('\n}', start))
    return Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (oklch\([^)]*\))/g)].map(([, name, value]) => [name, value]),
    )
  }
  const more = of('@media (prefers-contrast: more)')
  const light = of(':root')
  const dark = { ...light, ...of('@media screen and (prefers-color-scheme: dark)') }
  const darkMore = of('@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)')
  return { light, dark, lightMore: { ...light, ...more }, darkMore: { ...dark, ...more, ...darkMore } }
}

/** Contrast by WCAG 2, from 1 to 21. */
export function ratio(tokens: Tokens, text: string, ground: string): number {
  const [hi, lo] = [luminance(tokens[text]), luminance(tokens[ground])].sort((a, b) => b - a) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

export const hex = (color: string | undefined): string => hexOf(shown(color))

const luminance = (color: string | undefined): number => luminanceOf(shown(color))

/** As a screen shows it: what lies beyond is cut off. */
function shown(color: string | undefined): [number, number, number] {
  return linearOf(read(color)).map((x) => Math.min(1, Math.max(0, x))) as [number, number, number]
}

function read(color = ''): Oklch {
  const numbers = color.match(/[\d.]+/g)?.map(Number)
  if (numbers?.length !== 3) throw new Error(`Not an opaque OKLCH colour: ${color}`)
  return numbers as Oklch
}
