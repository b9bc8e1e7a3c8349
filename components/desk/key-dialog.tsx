'use client'
import { useEffect, useRef, useState } from 'react'
import { listenToListKeys } from '#components/desk/keys'
import { Dialog } from '#components/ui/dialog'

const STORED = 'serai-keys'

/**
 * Moves through the rows of the list by keys, and tells which keys there are. Single letters can be switched off
 * (WCAG 2.1.4); the browser remembers it. Without script there is nothing to show.
 */
export function KeyDialog({
  open,
  title,
  close,
  keys,
  toggle,
}: {
  open: string
  title: string
  close: string
  keys: { keys: string[]; or?: string[]; text: string }[]
  toggle: { label: string; hint: string }
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState<boolean | null>(null)

  useEffect(() => setOn(localStorage.getItem(STORED) !== 'off'), [])
  useEffect(() => listenToListKeys(() => dialog.current?.showModal(), on === true), [on])

  if (on === null) return null
  const trigger = (
    <>
      {open} <kbd aria-hidden="true">?</kbd>
    </>
  )
  return (
    <div className="keys">
      <Dialog
        trigger={trigger}
        title={title}
        close={close}
        size="small"
        variant="plain"
        className="key-dialog"
        dialog={dialog}
      >
        <dl>
          {keys.map((row) => (
            <div key={row.text}>
              <dt>
                {[...row.keys, ...(row.or ?? [])].map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{row.text}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              localStorage.setItem(STORED, event.target.checked ? 'on' : 'off')
              setOn(event.target.checked)
            }}
          />
          <span>
            {toggle.label}
            <span className="field-hint">{toggle.hint}</span>
          </span>
        </label>
      </Dialog>
    </div>
  )
}
