import type { ReactNode } from 'react'

/** A part of the record under its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="record-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
