import type { ReactNode } from 'react'

const SHAPES = {
  pending: <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  confirmed: <circle cx="6" cy="6" r="5.6" fill="currentColor" />,
  waiting: <path d="M1.5.5h9L6 6l4.5 5.5h-9L6 6z" fill="currentColor" />,
  offered: (
    <>
      <path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M.9 6h10.2L6 11.1z" fill="currentColor" />
    </>
  ),
  declined: (
    <>
      <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M3.2 6h5.6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  cancelled: <path d="m1.8 1.8 8.4 8.4m0-8.4-8.4 8.4" stroke="currentColor" strokeWidth="1.9" />,
  'checked-in': (
    <path fill="currentColor" fillRule="evenodd" d="M.4.4h11.2v11.2H.4zM5 9.3l5-5.2-1.2-1.2L5 6.9 3.3 5.2 2.1 6.4z" />
  ),
  sent: <path d="M.7 2.2h10.6v7.6H.7zM.9 2.6 6 6.7l5.1-4.1" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  seen: (
    <>
      <path
        d="M.6 6C3.4 1.7 8.6 1.7 11.4 6 8.6 10.3 3.4 10.3.6 6z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      <circle cx="6" cy="6" r="1.7" fill="currentColor" />
    </>
  ),
  failed: (
    <path fill="currentColor" fillRule="evenodd" d="M6 .4 11.9 11.4H.1zM5.2 4.2v3.6h1.6V4.2zm0 4.6v1.5h1.6V8.8z" />
  ),
  expired: <path d="M2.2 1h7.6L6 6l3.8 5H2.2L6 6z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
} as const

export type Status = keyof typeof SHAPES

/** A status as shape, word and colour together; the word is the child. */
export function StatusMark({ status, children }: { status: Status; children: ReactNode }) {
  return (
    <span className={`status status-${status}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {children}
    </span>
  )
}
