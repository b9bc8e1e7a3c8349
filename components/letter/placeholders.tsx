'use client'
import { useEffect, useRef } from 'react'
import { useScripted } from '#components/ui/use-scripted'

type Known = { name: string; meaning: string; says: string }
type Written = HTMLInputElement | HTMLTextAreaElement

/** What may stand in braces. With a script each is a button that puts it where the cursor was last, in a field named `subject-…` or `body-…`. */
export function Placeholders({ intro, hint, known }: { intro: string; hint: string; known: Known[] }) {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<Written | null>(null)
  const scripted = useScripted()
  useEffect(() => {
    const form = box.current?.closest('form')
    const remember = ({ target }: FocusEvent) => {
      if (isWords(target)) last.current = target
    }
    form?.addEventListener('focusin', remember)
    return () => form?.removeEventListener('focusin', remember)
  }, [])

  function insert(text: string): void {
    const form = box.current?.closest('form')
    // The form may have been made anew since.
    const kept = last.current?.isConnected ? last.current : null
    const field = kept ?? form?.querySelector<Written>('textarea[name^="body-"]')
    if (!field) return
    field.focus()
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <div ref={box}>
      <p>{intro}</p>
      {scripted && <p>{hint}</p>}
      <ul className="placeholders">
        {known.map(({ name, meaning, says }) => (
          <li key={name}>
            {scripted ? (
              <button type="button" className="btn btn-small" onClick={() => insert(`{${name}}`)} aria-label={says}>
                <code>{`{${name}}`}</code>
              </button>
            ) : (
              <code>{`{${name}}`}</code>
            )}
            <span aria-hidden={scripted}>{meaning}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isWords = (target: EventTarget | null): target is Written =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && /^(subject|body)-/.test(target.name)
