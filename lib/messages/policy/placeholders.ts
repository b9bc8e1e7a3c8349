/** What organizers' own words may hold in braces; each reader's own is put in. Every letter knows these; some know more. */
export const PLACEHOLDERS = ['name', 'event', 'dates', 'place', 'code', 'link'] as const

const IN_BRACES = /\{([^{}\n]*)\}/g

/** The names in braces that none of these are, as they were written; each once. */
export function unknownPlaceholders(text: string, known: readonly string[] = PLACEHOLDERS): string[] {
  const written = [...text.matchAll(IN_BRACES)].map(([, name = '']) => name)
  return [...new Set(written)].filter((name) => !known.includes(name))
}

/** The text with each reader's own put in. A value is never read for braces again. */
export const filled = (text: string, values: { readonly [name: string]: string | undefined }): string =>
  text.replace(IN_BRACES, (braces, name: string) => values[name] ?? braces)

/** The same in Markdown: a value stands there as it is, whatever signs it has. An address stays one. */
export const filledMarkdown = (text: string, values: { readonly [name: string]: string | undefined }): string =>
  filled(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value && asWritten(value)])))

const asWritten = (value: string) => (/^https?:\/\/\S+$/.test(value) ? value : value.replace(/[!-/:-@[-`{-~]/g, '\\$&'))
