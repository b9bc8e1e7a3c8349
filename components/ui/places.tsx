/** Up to this many seats each has a mark of its own. */
const MARKS = 60

/**
 * How full it is, for the eye: taken filled, held striped, free open. Words beside it must say the same. More taken than
 * there are seats fills the row and no more.
 */
export function Places({ taken, held = 0, capacity }: { taken: number; held?: number; capacity: number }) {
  if (capacity <= 0) return null
  const full = Math.min(taken, capacity)
  const kept = Math.min(held, capacity - full)
  if (capacity > MARKS)
    return (
      <span className="places places-bar" aria-hidden="true">
        <i style={{ width: `${(100 * full) / capacity}%` }} />
        <i className="place-held" style={{ width: `${(100 * kept) / capacity}%` }} />
      </span>
    )
  return (
    <span className="places" aria-hidden="true">
      {Array.from({ length: capacity }, (_, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its number
        <i key={seat} className={seat < full ? undefined : seat < full + kept ? 'place-held' : 'place-free'} />
      ))}
    </span>
  )
}
