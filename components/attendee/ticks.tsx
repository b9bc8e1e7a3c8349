'use client'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useScripted } from '#components/ui/use-scripted'

const BOXES = '.tick input[name="id"]'

/** Ticks the whole page of the list. Without script there is the word alone. */
export function TickAll({ label, plain }: { label: string; plain: string }) {
  const box = useRef<HTMLInputElement>(null)
  const scripted = useScripted()
  useEffect(() => {
    const form = box.current?.form
    const follow = () => {
      const boxes = [...(form?.querySelectorAll<HTMLInputElement>(BOXES) ?? [])]
      const ticked = boxes.filter((one) => one.checked).length
      if (!box.current) return
      box.current.checked = boxes.length > 0 && ticked === boxes.length
      box.current.indeterminate = ticked > 0 && ticked < boxes.length
    }
    form?.addEventListener('change', follow)
    return () => form?.removeEventListener('change', follow)
  })
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    for (const one of target.form?.querySelectorAll<HTMLInputElement>(BOXES) ?? []) one.checked = target.checked
  }
  if (!scripted) return <span className="sr-only">{plain}</span>
  return (
    <label className="tick">
      <input ref={box} type="checkbox" aria-label={label} onChange={onChange} />
    </label>
  )
}

/** How many are ticked, and a button that takes all ticks away. `counts` are the words for each number. */
export function TickCount({ counts, all, clear }: { counts: string[]; all: string; clear: string }) {
  const box = useRef<HTMLSpanElement>(null)
  const [said, setSaid] = useState('')
  const scripted = useScripted()
  useEffect(() => {
    const form = box.current?.closest('form')
    const count = () => {
      const whole = form?.querySelector<HTMLInputElement>('input[name="all"]')?.checked
      const ticked = form?.querySelectorAll(`${BOXES}:checked`).length ?? 0
      const words = whole ? all : (counts[ticked] ?? '')
      // That nobody is ticked is news only where somebody was.
      setSaid((before) => (before === '' && ticked === 0 && !whole ? '' : words))
    }
    count()
    form?.addEventListener('change', count)
    form?.addEventListener('reset', () => setTimeout(count))
    return () => form?.removeEventListener('change', count)
  }, [counts, all])
  function onClear() {
    const form = box.current?.closest('form')
    form?.reset()
    form?.dispatchEvent(new Event('change'))
    form?.querySelector<HTMLElement>('.row-name')?.focus()
  }
  return (
    <>
      <span ref={box} className="many-count" role="status">
        {said}
      </span>
      {scripted && (
        <button type="button" className="btn btn-small btn-plain many-clear" onClick={onClear}>
          {clear}
        </button>
      )}
    </>
  )
}
