'use client'
import { useEffect, useRef } from 'react'

/**
 * All errors of a form, above it, each a link to its field. Takes the focus when it appears and with every further
 * `attempt`, never when that is null; without script `autofocus` does the same. `id` of an error is its control's id.
 */
export function ErrorSummary({
  title,
  errors,
  attempt,
}: {
  title: string
  errors: { id?: string; text: string }[]
  attempt?: string | number | null
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt !== null) box.current?.focus()
  }, [attempt])
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1} autoFocus={attempt !== null}>
      <h2 className="notice-title">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.id} ${error.text}`}>{error.id ? <a href={`#${error.id}`}>{error.text}</a> : error.text}</li>
        ))}
      </ul>
    </div>
  )
}
