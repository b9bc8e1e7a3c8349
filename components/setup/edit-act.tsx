import type { ReactNode } from 'react'
import { SubmitButton } from '#components/ui/submit-button'

/** One press that does one thing to a line of a list. `says` tells it whole to those who cannot see the line. */
export function EditAct({
  action,
  fields,
  says,
  pending,
  children,
}: {
  action: (form: FormData) => Promise<void>
  fields: Record<string, string>
  says: string
  pending: string
  children: ReactNode
}) {
  return (
    <form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="plain" size="small" pending={pending}>
        <span aria-hidden="true">{children}</span>
        <span className="sr-only">{says}</span>
      </SubmitButton>
    </form>
  )
}
