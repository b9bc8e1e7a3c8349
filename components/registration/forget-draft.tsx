'use client'
import { useEffect } from 'react'
import { draftName } from '#components/registration/draft-name'

/** The form has been sent: what was kept of it goes. */
export function ForgetDraft({ slug }: { slug: string }) {
  useEffect(() => {
    try {
      const name = draftName(slug)
      for (const key of Object.keys(sessionStorage))
        if (key === name || key.startsWith(`${name}:`)) sessionStorage.removeItem(key)
    } catch {}
  }, [slug])
  return null
}
