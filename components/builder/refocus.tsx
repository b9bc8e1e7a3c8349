'use client'
import { useEffect } from 'react'

/** Gives the focus back to what was pressed, since its row has moved; `of` is new with each act. `or` where that one is gone. */
export function Refocus({ id, or, of }: { id: string; or: string; of: string }) {
  useEffect(() => {
    if (of) (document.getElementById(id) ?? document.getElementById(or))?.focus()
  }, [id, or, of])
  return null
}
