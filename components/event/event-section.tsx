import type { ReactNode } from 'react'

/** One part of the programme sheet: its title at the left, its matter at the right. */
export function EventSection({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="event-section" id={id}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}
