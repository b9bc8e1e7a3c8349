import type { ReactNode } from 'react'

/**
 * One part of the programme sheet: its title at the left, its matter at the right. In `columns` running text has two of
 * them where there is room, in `themes` a list becomes a table of its points, `quiet` is a small part at the end.
 */
export function EventSection({
  title,
  id,
  look = 'plain',
  children,
}: {
  title: string
  id?: string
  look?: 'plain' | 'columns' | 'themes' | 'quiet'
  children: ReactNode
}) {
  return (
    <section className={`event-section event-section-${look}`} id={id}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}
