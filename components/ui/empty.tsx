import type { ReactNode } from 'react'
import { Ornament } from '#components/ornament/ornament'

/** Nothing here yet: why, and what to do next. `seed` gives the cloth; the event's id where there is one. */
export function Empty({
  title,
  children,
  action,
  seed = 'serai',
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  seed?: string
}) {
  return (
    <div className="empty">
      <Ornament seed={seed} shape="panel" />
      <div>
        <h2>{title}</h2>
        {children && <p>{children}</p>}
        {action && <div className="actions">{action}</div>}
      </div>
    </div>
  )
}
