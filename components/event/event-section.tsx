import type { ReactNode } from 'react'

/** One part of the programme sheet: its title at the left, its matter at the right, in two `columns` where there is room. */
export function EventSection({
  title,
  id,
  columns,
  children,
}: {
  title: string
  id?: string
  columns?: boolean
  children: ReactNode
}) {
  return (
    <section className="event-section" id={id}>
      <h2>{title}</h2>
      <div className={columns ? 'event-columns' : undefined}>{children}</div>
    </section>
  )
}
