/**
 * Serai's ornament: cloth after Central Asian felt, patchwork, flat weave and glazed tile. A seed chooses figure, colours
 * and size, and always gives the same drawing. Plain hex and no CSS, so that a PDF can take it as it is.
 */
import { type Colours, khatam, kilim, kurak, muyuz, type Pick } from '#lib/ornament/figures'

const PALETTE = {
  deep: '#142b5c',
  lapis: '#1d4489',
  mist: '#9db4dc',
  paper: '#faf6ee',
  sand: '#e6dcc6',
  saffron: '#e0a02f',
  rust: '#a9512c',
} as const

type Tone = keyof typeof PALETTE

/** Ground, figure, second figure, and the sparing one. */
const SCHEMES: [Tone, Tone, Tone, Tone][] = [
  ['lapis', 'paper', 'deep', 'saffron'],
  ['deep', 'mist', 'lapis', 'saffron'],
  ['sand', 'lapis', 'paper', 'rust'],
  ['paper', 'lapis', 'sand', 'saffron'],
  ['lapis', 'sand', 'deep', 'saffron'],
  ['deep', 'sand', 'lapis', 'rust'],
]

const FIGURES = { muyuz, khatam, kurak, kilim }
const MOTIFS = Object.keys(FIGURES) as Motif[]

export type Motif = keyof typeof FIGURES

export type Cloth = {
  seed: string
  width: number
  height: number
  /** One row only, as high as the cloth. */
  strip?: boolean
  /** A felt carpet's border along the left side. */
  hem?: boolean
  motif?: Motif
  scheme?: number
}

/** The cloth as an SVG document. */
export function ornament({ seed, width, height, strip = false, hem = false, ...chosen }: Cloth): string {
  const next = stream(seed)
  const pick: Pick = (list) => list[Math.floor(next() * list.length)] as (typeof list)[number]
  const motif = pick(MOTIFS)
  const scheme = pick(SCHEMES)
  const size = pick([72, 88, 104])
  const [ground, figure, second, spark] = (SCHEMES[chosen.scheme ?? -1] ?? scheme).map((tone) => PALETTE[tone]) as [
    string,
    string,
    string,
    string,
  ]
  const colours = { ground, figure, second, spark }
  const left = hem ? size * 0.55 : 0
  const body = FIGURES[chosen.motif ?? motif]({ left, width, height, size, strip }, colours, pick)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${ground}"/>${body}${hem ? border(height, colours, size / 5) : ''}</svg>`
  )
}

/** A plain edge, a fine line, a row of teeth on the ground, and the seam to the field. */
function border(height: number, { ground, figure, second, spark }: Colours, size: number): string {
  const count = Math.round(height / size)
  const step = height / count
  let teeth = ''
  for (let i = 0; i < count; i++) teeth += `L${n(size * 1.75)} ${n((i + 0.5) * step)}L${n(size)} ${n((i + 1) * step)}`
  const stripe = (x: number, width: number, fill: string) =>
    `<path fill="${fill}" d="M${n(x * size)} 0h${n(width * size)}V${height}h${n(-width * size)}Z"/>`
  return (
    stripe(0, 2.4, ground) +
    `<path fill="${second}" d="M0 0H${n(size)}${teeth}H0Z"/>` +
    stripe(0.42, 0.16, spark) +
    stripe(2.3, 0.2, figure)
  )
}

/** FNV-1a, then mulberry32: a seeded stream of numbers in [0, 1). */
function stream(seed: string): () => number {
  let h = 2166136261
  for (const c of seed) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619)
  const next = () => {
    h = (h + 0x6d2b79f5) | 0
    let t = Math.imul(h ^ (h >>> 15), 1 | h)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let i = 0; i < 4; i++) next()
  return next
}

const n = (x: number) => Number(x.toFixed(2))
