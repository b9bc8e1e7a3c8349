import type { ReactNode } from 'react'

export type NoticeTone = 'attention' | 'error' | 'done' | 'plain'

/** Something to know before going on: a rule at the left and a tint. */
export function Notice({
  tone = 'attention',
  title,
  children,
}: {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
}) {
  return (
    <div className={tone === 'attention' ? 'notice' : `notice notice-${tone}`}>
      {title && <h2 className="notice-title">{title}</h2>}
      {children}
    </div>
  )
}
