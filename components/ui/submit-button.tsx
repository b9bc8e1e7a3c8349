'use client'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonSize, type ButtonVariant, buttonClass } from '#components/ui/button'

/** Sends its form. While that is under way it says `pending`, keeps the focus and takes no second press. */
export function SubmitButton({
  variant = 'primary',
  size,
  pending,
  children,
  ...rest
}: {
  variant?: ButtonVariant
  size?: ButtonSize
  pending: string
  children: ReactNode
  name?: string
  value?: string
  form?: string
}) {
  const status = useFormStatus()
  const busy = status.pending
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size })}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-pending={pending}
      onClick={(event) => busy && event.preventDefault()}
      {...rest}
    >
      {busy ? pending : children}
    </button>
  )
}
