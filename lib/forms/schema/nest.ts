import type * as z from 'zod'

/** Fields called `options.0.label.en` as nested values; steps that are numbers make lists. What is forged too deep or too long is left out. */
export function nest(values: Record<string, string>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const steps = name.split('.')
    const last = steps.pop() ?? ''
    if (steps.length > 3 || [...steps, last].some((step) => !/^[\w-]{1,40}$/.test(step) || step === '__proto__'))
      continue
    let place = root
    for (const step of steps) {
      const next = place[step]
      const made = typeof next === 'object' && next !== null ? next : {}
      place[step] = made
      place = made as Record<string, unknown>
    }
    place[last] = value
  }
  return root
}

/** The rows of a list of fields in their order: `{ '0': …, '1': … }`. */
export const rowsOf = (value: unknown): unknown[] =>
  value && typeof value === 'object'
    ? Object.entries(value)
        .filter(([key]) => /^\d{1,3}$/.test(key))
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, row]) => row)
    : []

/** Checks nested fields. The first problem of each field is its error, under the name it has in the form. */
export function checkNested<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, string>,
): { ok: true; value: z.output<Schema> } | { ok: false; errors: Record<string, string> } {
  const parsed = schema.safeParse(nest(values))
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message
  return { ok: false, errors }
}
