import type { ReactNode } from 'react'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'

/** A form of one act: whom it is about, and the list to go back to. `formId` lets fields elsewhere on the page belong to it. */
export function ActForm({
  slug,
  id,
  list,
  from,
  action,
  formId,
  children,
}: {
  slug: string
  id: string
  list: AttendeeList
  from?: 'waiting'
  action: (form: FormData) => Promise<void>
  formId?: string
  children: ReactNode
}) {
  return (
    <form action={action} id={formId}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="list" value={listHref(list, { page: list.page })} />
      {from && <input type="hidden" name="from" value={from} />}
      {children}
    </form>
  )
}
