'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** What one is brought here to read: takes the focus when `of` changes, so that it is read out; `autofocus` does it where no script runs. */
export function Arrival({ of, children }: { of: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of) box.current?.focus()
  }, [of])
  return (
    <div ref={box} className="arrival" tabIndex={-1} autoFocus>
      {children}
    </div>
  )
}
