import type { ReactNode } from 'react'

/** A form of one act on an institution. `fields` say which, and carry the list one came from. */
export function InstitutionAct({
  action,
  fields,
  children,
}: {
  action: (form: FormData) => Promise<void>
  fields: { id: string; from: string } & Record<string, string>
  children: ReactNode
}) {
  return (
    <form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
