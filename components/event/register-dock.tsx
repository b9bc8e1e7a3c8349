'use client'
import { useEffect, useState } from 'react'
import { ButtonLink } from '#components/ui/button'

/** On phones, the cover's button again at the foot of the screen, while that one (`#register`) is out of sight. */
export function RegisterDock({
  href,
  button,
  words,
  note,
  label,
}: {
  href: string
  button: string
  words: string
  note: string | null
  label: string
}) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const original = document.getElementById('register')
    if (!original) return
    const observer = new IntersectionObserver(([entry]) => setShown(entry?.isIntersecting === false))
    observer.observe(original)
    return () => observer.disconnect()
  }, [])
  return (
    <aside className="dock" aria-label={label} hidden={!shown}>
      <p>
        <strong>{words}</strong>
        {note && <span className="text-xs text-ink-soft">{note}</span>}
      </p>
      <ButtonLink variant="primary" href={href}>
        {button}
      </ButtonLink>
    </aside>
  )
}
