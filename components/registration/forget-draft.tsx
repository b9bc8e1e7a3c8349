'use client'
import { useEffect } from 'react'
import { draftName } from '#components/registration/draft-name'

/** The form has been sent: what was kept of it goes. */
export function ForgetDraft({ slug }: { slug: string }) {
  useEffect(() => {
    try {
      sessionStorage.removeItem(draftName(slug))
    } catch {}
  }, [slug])
  return null
}
