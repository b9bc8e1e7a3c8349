import type { ReactNode } from 'react'

/** The title of a desk page and, at the right, what can be done there. */
export function DeskHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="desk-head">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
