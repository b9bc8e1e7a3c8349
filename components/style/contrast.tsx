import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Tokens = Record<string, string>
type Oklch = [lightness: number, chroma: number, hue: number]

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

export function hex(color: string | undefined): string {
  const bytes = linear(read(color)).map((x) =>
    Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)),
  )
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function luminance(color: string | undefined): number {
  const [r, g, b] = linear(read(color))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function read(color = ''): Oklch {
  const numbers = color.match(/[\d.]+/g)?.map(Number)
  if (numbers?.length !== 3) throw new Error(`Not an opaque OKLCH colour: ${color}`)
  return numbers as Oklch
}

/** Linear sRGB, by the matrices of Björn Ottosson's OKLab. */
function linear([lightness, chroma, hue]: Oklch): [number, number, number] {
  const turn = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(turn), chroma * Math.sin(turn)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return rgb.map((x) => Math.min(1, Math.max(0, x))) as [number, number, number]
}
