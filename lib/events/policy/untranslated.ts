type Texts<Field extends string> = Readonly<Record<Field, string>>

/** For each language, the fields that some other language has and this one lacks, in their order. */
export function untranslated<Locale extends string, Field extends string>(
  texts: Readonly<Record<Locale, Texts<Field>>>,
  fields: readonly Field[],
): Record<Locale, Field[]> {
  const all = Object.entries(texts) as [Locale, Texts<Field>][]
  const lacking = ([locale, own]: [Locale, Texts<Field>]) =>
    fields.filter((field) => !own[field] && all.some(([other, theirs]) => other !== locale && theirs[field]))
  return Object.fromEntries(all.map((entry) => [entry[0], lacking(entry)])) as Record<Locale, Field[]>
}
