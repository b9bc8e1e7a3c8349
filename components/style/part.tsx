import type { ReactNode } from 'react'

/** One kind of part: its name at the left, its states at the right. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="style-part">
      <h2>{title}</h2>
      <div className="style-states">{children}</div>
    </section>
  )
}
