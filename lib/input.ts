import * as z from 'zod'

/** Every text field of a form as typed. Repeated names keep the last; files are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  // React's own fields begin with `$`.
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) values[name] = value
  return values
}

/** Checks typed values. The first problem of each field is its error. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, string>,
): { ok: true; value: z.output<Schema> } | { ok: false; errors: Record<string, string> } {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= issue.message
  }
  return { ok: false, errors }
}

/** A line of text: composed, without control and direction signs, which no name needs and which break lists and exports. */
export function line(max: number) {
  return z
    .string()
    .default('')
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\p{Cc}\u00a0\u2028\u2029]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
        .trim(),
    )
    .refine((value) => value.length <= max, 'too-long')
}

/** A box that is ticked or not. */
export function checkbox() {
  return z
    .string()
    .optional()
    .transform((value) => value === 'on' || value === '1')
}

/** An address to write to, in the spelling by which users are known. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email())
