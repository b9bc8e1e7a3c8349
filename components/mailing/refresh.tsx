'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again every few seconds while the page is seen. Without script its noscript link does the same. */
export function Refresh({ everyMs = 4000 }: { everyMs?: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}
