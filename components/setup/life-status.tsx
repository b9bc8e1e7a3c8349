import type { ReactNode } from 'react'
import type { EventStatus } from '#lib/events/policy/moves'

const SHAPES = {
  draft: <path d="M1.5 10.5 2 8l6-6 2 2-6 6z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  published: <circle cx="6" cy="6" r="5.6" fill="currentColor" />,
  archived: <path d="M1 1.5h10v3H1zM2 4.5v6h8v-6M4.5 7h3" fill="none" stroke="currentColor" strokeWidth="1.4" />,
} as const

/** The status of an event as shape, word and colour together; the word is the child. */
export function LifeStatus({ status, children }: { status: EventStatus; children: ReactNode }) {
  return (
    <span className={`status life-${status}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {children}
    </span>
  )
}
