/** What the ids in a record and its history stand for, in the reader's language. */
export type Labels = {
  institution: (id: unknown) => string
  type: (id: unknown) => string
  country: (code: unknown) => string
}

/** The fields a correction can change, in the order of the form. `emailKey` goes with `email`. */
const FIELDS = [
  ...(['email', 'title', 'givenName', 'familyName', 'patronymic', 'nativeName', 'badgeName'] as const),
  ...(['institutionId', 'countryCode', 'typeId', 'position', 'phone'] as const),
]
export type ChangedField = (typeof FIELDS)[number]
export type Change = { field: string; before: string; after: string }

/** Before and after of each changed field, with names in place of ids. */
export function changesInWords(
  { before, after }: { before: Record<string, unknown>; after: Record<string, unknown> },
  labels: Labels,
  words: { field: (field: ChangedField) => string; empty: string },
): Change[] {
  const say: Partial<Record<ChangedField, (value: unknown) => string>> = {
    institutionId: labels.institution,
    countryCode: labels.country,
    typeId: labels.type,
  }
  return FIELDS.filter((field) => field in after).map((field) => {
    const text = (value: unknown) => (say[field]?.(value) ?? String(value ?? '')) || words.empty
    return { field: words.field(field), before: text(before[field]), after: text(after[field]) }
  })
}
