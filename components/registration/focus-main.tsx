'use client'
import { useEffect } from 'react'

/** After an act that changed this very page: brings the reader to its beginning, where the outcome stands. */
export function FocusMain() {
  useEffect(() => document.getElementById('main')?.focus(), [])
  return null
}
