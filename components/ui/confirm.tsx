'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type ButtonSize, buttonClass } from '#components/ui/button'

/**
 * Asks once before something goes. `trigger` opens it; `title` names the thing and the number; `action` is the form
 * whose button does it; `keep` closes. Without script the same panel unfolds in its place.
 */
export function Confirm({
  trigger,
  size,
  variant = 'danger',
  title,
  children,
  action,
  keep,
}: {
  trigger: string
  size?: ButtonSize
  variant?: 'danger' | 'normal' | 'plain'
  title: string
  children?: ReactNode
  action: ReactNode
  keep: string
}) {
  const [scripted, setScripted] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => setScripted(true), [])

  const question = (
    <>
      <h2 id={titleId}>{title}</h2>
      {children && <div className="confirm-body">{children}</div>}
    </>
  )
  if (!scripted)
    return (
      <details className="confirm-fold">
        <summary className={buttonClass({ variant, size })}>{trigger}</summary>
        <div className="confirm">
          {question}
          <div className="actions">{action}</div>
        </div>
      </details>
    )
  return (
    <>
      <button type="button" className={buttonClass({ variant, size })} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </button>
      <dialog ref={dialog} className="confirm" aria-labelledby={titleId}>
        {question}
        <div className="actions">
          {action}
          <button type="button" className={buttonClass({ size })} onClick={() => dialog.current?.close()}>
            {keep}
          </button>
        </div>
      </dialog>
    </>
  )
}
