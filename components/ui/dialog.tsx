'use client'
import { type ReactNode, type RefObject, useId, useRef } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from '#components/ui/button'
import { useScripted } from '#components/ui/use-scripted'

const FIELD = 'input:not([type="hidden"]), textarea, select'

export type DialogProps = {
  trigger: ReactNode
  title: string
  /** The word of the button that closes it and changes nothing. */
  close: string
  /** The form whose button goes on. */
  action?: ReactNode
  children?: ReactNode
  size?: ButtonSize
  variant?: ButtonVariant
  className?: string
  /** To open it by something else than its trigger too. */
  dialog?: RefObject<HTMLDialogElement | null>
}

/**
 * A small matter over the page, on the native element. The first field takes the focus, else the button that changes
 * nothing. Without script the same panel unfolds in its place.
 */
export function Dialog({
  trigger,
  title,
  close,
  action,
  children,
  size,
  variant,
  className = '',
  dialog,
}: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  const box = dialog ?? own
  const harmless = useRef<HTMLButtonElement>(null)
  const titleId = useId()
  const look = buttonClass({ variant, size })

  function open() {
    box.current?.showModal()
    const first = box.current?.querySelector<HTMLElement>(FIELD) ?? harmless.current
    first?.focus()
  }

  const content = (
    <>
      <h2 id={titleId}>{title}</h2>
      {children && <div className="dialog-body">{children}</div>}
    </>
  )
  if (!useScripted())
    return (
      <details className="dialog-fold">
        <summary className={look}>{trigger}</summary>
        <div className={`dialog ${className}`}>
          {content}
          {action && <div className="actions">{action}</div>}
        </div>
      </details>
    )
  return (
    <>
      <button type="button" className={look} onClick={open}>
        {trigger}
      </button>
      <dialog ref={box} className={`dialog ${className}`} aria-labelledby={titleId}>
        {content}
        <div className="actions">
          {action}
          <button type="button" ref={harmless} className={buttonClass({ size })} onClick={() => box.current?.close()}>
            {close}
          </button>
        </div>
      </dialog>
    </>
  )
}
