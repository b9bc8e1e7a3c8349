import encodeQR from 'qr'

/** The quiet zone that scanners need around a code, in modules. */
const QUIET = 4

/** A text as a code to be scanned, drawn as one path. Dark on light in either look: scanners expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const size = rows.length
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} className="qr-ground" />
      <path className="qr-ink" d={rows.map(barsOf).join('')} />
    </svg>
  )
}

/** The dark modules of a row, each run of neighbours one bar. */
function barsOf(row: readonly boolean[], y: number): string {
  const bars: string[] = []
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    let end = x
    while (row[end + 1]) end++
    bars.push(`M${x} ${y}h${end - x + 1}v1h${x - end - 1}z`)
    x = end
  }
  return bars.join('')
}
