import type { ReactNode } from 'react'
import { Dialog, type DialogProps } from '#components/ui/dialog'

/**
 * Asks once before something goes. `title` names the thing and the number; `action` is the form whose button does it;
 * `keep` closes and changes nothing.
 */
export function Confirm({
  keep,
  variant = 'danger',
  ...rest
}: Omit<DialogProps, 'close' | 'dialog'> & { action: ReactNode; keep: string }) {
  return <Dialog close={keep} variant={variant} {...rest} />
}
