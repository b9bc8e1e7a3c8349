import type { ReactNode } from 'react'

/** "Saved": what has just been done, announced without taking the focus. */
export function StatusMessage({ children }: { children: ReactNode }) {
  return (
    <div className="notice notice-done" role="status">
      {children}
    </div>
  )
}
