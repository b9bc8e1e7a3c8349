import type { ReactNode } from 'react'
import type { EventOfDesk } from '#components/desk/desk-page'

/** The form of one act on an event as a whole. */
export function MoveForm({
  event,
  action,
  children,
}: {
  event: EventOfDesk
  action: (form: FormData) => Promise<void>
  children: ReactNode
}) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={event.id} />
      <input type="hidden" name="slug" value={event.slug} />
      {children}
    </form>
  )
}
