/**
 * The four figures of the ornament. Each fills a cloth right of `left` and draws neither cross nor hooked cross at any
 * size: horns have one stem, stars eight points, lozenges stepped sides.
 */
export type Colours = { ground: string; figure: string; second: string; spark: string }
export type Pick = <Item>(list: readonly Item[]) => Item

/** `size` is the width of one figure in px; a `strip` has one row, as high as the cloth. */
export type Room = { left: number; width: number; height: number; size: number; strip: boolean }

/**
 * Ram's horns as in shyrdak felt, where two felts are cut along one line and exchanged: figure and ground are the same
 * shape. `turns` is how often the horn winds; the unit is the width of a horn.
 */
export function muyuz(room: Room, c: Colours, pick: Pick): string {
  const turns = pick([3, 3, 4])
  const [period, step] = [4 * turns - 2, 4 * turns]
  const unit = room.strip ? (2 * room.height) / step : room.size * (turns === 3 ? 0.12 : 0.105)
  // The cloth runs on under the hem, or out of sight.
  const left = room.left - period * unit
  const count = Math.ceil((room.width - left) / (period * unit))
  const { above, below } = hornLines(turns)
  const band = `M0 -.5${above.repeat(count)}V${n(step / 2 - 0.5)}${below.repeat(count)}Z`
  let eyes = ''
  for (let i = 0; i <= count; i++) {
    const [stem, gap, up, down] = [(i + 0.5) * period, i * period, -0.55, 0.55]
    eyes += diamond(down, c.spark, stem, up) + diamond(down, c.spark, gap, down)
    eyes += diamond(down, c.second, gap, down - step / 2) + diamond(down, c.second, stem, up - step / 2)
  }
  const first = room.strip ? room.height : ((room.height / 2) % (step * unit)) - step * unit
  let rows = ''
  for (let y = first; y < room.height + step * unit; y += step * unit)
    rows += `<use href="#f" transform="translate(${n(left)} ${n(y)})scale(${n(unit)})"/>`
  return `<defs><g id="f"><path fill="${c.figure}" stroke="${c.second}" stroke-width=".2" d="${band}"/>${eyes}</g></defs>${rows}`
}

/** One period of the edge above a band of figure, from left to right, and of the edge below it, from right to left. */
function hornLines(turns: number): { above: string; below: string } {
  type Arc = { dx: number; dy: number; r: number; sweep: 0 | 1 }
  const outer = turns - 0.5
  const windings: Arc[] = []
  for (let r = outer - 1, way = -1; r > 0; r--, way = -way) windings.push({ dx: way * 2 * r, dy: 0, r, sweep: 1 })
  const outwards: Arc[] = [
    { dx: turns - 1, dy: 0, r: 0, sweep: 1 },
    { dx: outer, dy: outer, r: outer, sweep: 1 },
    ...windings,
  ]
  // The line turns about the middle of each winding into itself, so the way back is the way there with the arcs reversed.
  const falling = [...outwards, ...outwards.toReversed().map((arc) => ({ ...arc, sweep: 0 as const }))]
  const rising = falling.toReversed().map((arc) => ({ ...arc, dy: -arc.dy }))
  const draw = (arcs: Arc[], sign: 1 | -1) =>
    arcs
      .map(({ dx, dy, r, sweep }) =>
        r ? `a${r} ${r} 0 0 ${sweep} ${n(sign * dx)} ${n(sign * dy)}` : `h${n(sign * dx)}`,
      )
      .join('')
  return { above: draw([...rising, ...falling], 1), below: draw([...falling, ...rising], -1) }
}

/** Eight-pointed stars, as glazed tiles are laid, with lozenges between. */
export function khatam(room: Room, c: Colours, pick: Pick): string {
  const inner = pick([0.62, 0.7])
  const [core, eye] = pick([
    [c.second, c.figure],
    [c.figure, c.ground],
  ] as const)
  const gap = pick([c.figure, c.spark])
  const between = diamond(22, c.figure, 50, 50) + diamond(17, c.second, 50, 50) + diamond(7, gap, 50, 50)
  const tile =
    star(50, c.figure) + star(43, c.ground) + star(50 * inner, core) + star(31 * inner, eye) + star(15 * inner, c.spark)
  return tiled(room, tile + quarters(between))
}

/** Patchwork: right-angled triangles in a block mirrored four ways. Chosen by hand: by chance it sews crosses too. */
export function kurak(room: Room, c: Colours, pick: Pick): string {
  const s = 50 / 3
  const tones: Record<string, string> = { f: c.figure, s: c.second, g: c.ground }
  let quarter = ''
  for (const [column, row, name = '', point] of pick(BLOCKS))
    for (const [i, j] of new Set([`${column}${row}`, `${row}${column}`])) {
      const [x, y] = [Number(i) * s, Number(j) * s]
      const d =
        point === '<'
          ? `M${n(x)} ${n(y)}h${n(s)}l${n(-s)} ${n(s)}z`
          : `M${n(x + s)} ${n(y + s)}h${n(-s)}l${n(s)} ${n(-s)}z`
      quarter += `<path fill="${tones[name]}" stroke="${tones[name]}" stroke-width=".6" d="${d}"/>`
    }
  return tiled(room, quarters(quarter) + diamond(s, c.spark))
}

/** The patches of a quarter: column, row, tone, and whether the triangle's right angle points to the middle. */
const BLOCKS = [
  ['10f>', '11f<', '20f>', '21f>', '22f<'],
  ['10f>', '11f<', '20s>', '21f>', '22f<'],
  ['10f>', '11f<', '20f>', '21g<', '22f<'],
]

/** Flat weave: stepped lozenges on a grid of small squares. */
export function kilim(room: Room, c: Colours, pick: Pick): string {
  const cells = 10
  const s = 100 / (2 * cells)
  const rings = pick([
    [5, 7, 8, 9],
    [5, 6, 9],
    [6, 7, 9],
  ] as const) as readonly number[]
  const teeth = pick([2, 3])
  const square = `h${n(s + 0.05)}v${n(s + 0.05)}h${n(-s - 0.05)}z`
  const tone = (i: number, j: number) => {
    const d = Math.abs(i) + Math.abs(j)
    const far = 2 * cells - d
    // Smaller lozenges would look like a plus.
    if (d <= 3 || far <= 3) return c.spark
    if (rings.includes(d)) return c.figure
    if (d === cells && j % teeth) return c.second
    return far === 5 || far === 7 ? c.second : null
  }
  const squares = new Map<string, string>()
  for (let i = -cells; i < cells; i++)
    for (let j = -cells; j < cells; j++) {
      const fill = tone(i, j)
      if (fill) squares.set(fill, `${squares.get(fill) ?? ''}M${n((i - 0.5) * s)} ${n((j - 0.5) * s)}${square}`)
    }
  const paths = [...squares].map(([fill, d]) => `<path fill="${fill}" d="${d}"/>`).join('')
  return tiled(room, `<g shape-rendering="crispEdges">${paths}</g>`)
}

/** The same square, from -50 to 50, over the whole room: whole ones from a hem on, else centred. */
function tiled({ left, width, height, size, strip }: Room, square: string): string {
  const tile = strip ? height : size
  const k = tile / 100
  const columns = centres(width, tile, left)
  const uses = centres(height, tile, 0).flatMap((y) =>
    columns.map((x) => `<use href="#f" x="${n(x / k)}" y="${n(y / k)}"/>`),
  )
  return `<defs><g id="f">${square}</g></defs><g transform="scale(${n(k)})">${uses.join('')}</g>`
}

function centres(length: number, tile: number, from: number): number[] {
  const count = from ? Math.ceil((length - from) / tile) : 2 * Math.ceil((length / tile - 1) / 2) + 1
  const first = from || (length - count * tile) / 2
  return Array.from({ length: count }, (_, i) => first + (i + 0.5) * tile)
}

const n = (x: number) => Number(x.toFixed(3))
const quarters = (s: string) => [0, 90, 180, 270].map((a) => `<g transform="rotate(${a})">${s}</g>`).join('')
const diamond = (r: number, fill: string, x = 0, y = 0) =>
  `<path fill="${fill}" d="M${n(x)} ${n(y - r)}l${n(r)} ${n(r)}l${n(-r)} ${n(r)}l${n(-r)} ${n(-r)}z"/>`
/** Two squares, outer radius r. */
const star = (r: number, fill: string) => {
  const points = Array.from({ length: 16 }, (_, i) => {
    const a = (Math.PI / 8) * i
    const q = i % 2 ? r * 0.765 : r
    return `${n(q * Math.sin(a))} ${n(-q * Math.cos(a))}`
  })
  return `<path fill="${fill}" d="M${points.join('L')}Z"/>`
}
