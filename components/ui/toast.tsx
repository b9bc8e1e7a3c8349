'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

const STAYS_MS = 8_000
/** A live region is heard when its text comes after the region itself. */
const HUSH_MS = 100

/**
 * What has just been done, over the work that goes on; it takes no focus and is read out politely. It goes by itself
 * after a while, but never under a pointer, with the focus inside, or with an `action` to take: that is a form whose
 * button undoes what was done. Without script it stands in the page. Give it a `key` that is new with each act.
 */
export function Toast({
  dismiss,
  action,
  inline,
  children,
}: {
  dismiss: string
  action?: ReactNode
  /** Stands in the page, and stays. */
  inline?: boolean
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [phase, setPhase] = useState<'sent' | 'hushed' | 'told' | 'gone'>('sent')
  const [held, setHeld] = useState(false)
  const stays = inline || action !== undefined || held

  useEffect(() => {
    setPhase('hushed')
    const hush = setTimeout(() => setPhase('told'), HUSH_MS)
    return () => clearTimeout(hush)
  }, [])
  useEffect(() => {
    if (phase !== 'told' || stays) return
    const end = setTimeout(() => setPhase('gone'), STAYS_MS)
    return () => clearTimeout(end)
  }, [phase, stays])

  function close() {
    // The focus must not fall out of the page with the button.
    if (box.current?.contains(document.activeElement)) document.getElementById('main')?.focus()
    setPhase('gone')
  }

  if (phase === 'gone') return null
  const holds = () => setHeld(box.current?.matches(':hover, :focus-within') ?? false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at it
    <div
      ref={box}
      className={inline ? 'toast toast-inline inverse' : 'toast inverse'}
      data-phase={phase}
      onPointerEnter={holds}
      onPointerLeave={holds}
      onFocus={holds}
      onBlur={() => setTimeout(holds)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p role="status">{phase === 'hushed' ? null : children}</p>
      {phase !== 'hushed' && action}
      {phase === 'told' && (
        <button type="button" className="btn btn-small btn-plain" onClick={close}>
          {dismiss}
        </button>
      )}
    </div>
  )
}
