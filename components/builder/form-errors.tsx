'use client'
import { ErrorSummary } from '#components/ui/error-summary'

/** What is wrong in a form, with links to the fields, or why it was not done although every field is right. */
export function FormErrors({
  errors,
  refusal,
  title,
  attempt,
}: {
  errors: Record<string, string>
  refusal: { title: string; lines: string[] } | null
  title: string
  attempt: number
}) {
  const fields = Object.entries(errors)
  if (fields.length > 0)
    return <ErrorSummary title={title} errors={fields.map(([id, text]) => ({ id, text }))} attempt={attempt} />
  if (!refusal) return null
  return <ErrorSummary title={refusal.title} errors={refusal.lines.map((text) => ({ text }))} attempt={attempt} />
}
