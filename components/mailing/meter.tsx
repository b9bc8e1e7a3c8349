import type { Progress } from '#lib/messages/queries/mailings'

/** How far a letter has come, for the eye: gone, failed, not going, and what is still to go. Words beside it must say the same. */
export function Meter({ progress }: { progress: Progress }) {
  const { total, sent, failed, stopped } = progress
  const part = (n: number) => ({ width: `${(100 * n) / Math.max(1, total)}%` })
  return (
    <span className="meter" aria-hidden="true">
      <i className="meter-sent" style={part(sent)} />
      <i className="meter-failed" style={part(failed)} />
      <i className="meter-stopped" style={part(stopped)} />
    </span>
  )
}
