/** Twelve stars in a ring, from the top on; each star's ten corners in a circle of radius 2 about its middle. */
const STARS = Array.from({ length: 12 }, (_, hour) => {
  const [x, y] = [27 + 12 * Math.sin((hour * Math.PI) / 6), 18 - 12 * Math.cos((hour * Math.PI) / 6)]
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 0.764 : 2
    const a = (i * Math.PI) / 5
    return `${(x + r * Math.sin(a)).toFixed(2)} ${(y - r * Math.cos(a)).toFixed(2)}`
  })
  return `M${corners.join('L')}Z`
}).join('')

/** The emblem of the European Union in its own colours; `label` says what it is. */
export function EuEmblem({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 54 36" role="img" aria-label={label}>
      <rect width="54" height="36" fill="#039" />
      <path fill="#fc0" d={STARS} />
    </svg>
  )
}
