'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** What stands in the way although nothing is wrong with the form. Takes the focus; `autofocus` does it where no script runs. */
export function FormNotice({ title, children }: { title: string; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="notice notice-error form-notice" role="alert" tabIndex={-1} autoFocus>
      <h2 className="notice-title">{title}</h2>
      {children}
    </div>
  )
}
