export type Values = Record<string, string>

/** What a form of the setup pages is told when it comes back. */
export type SetupState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** By field, in the reader's words. */
  errors: Values
  summary: { title: string; errors: { id: string; text: string }[] } | null
  /** What others saved while the form was open. */
  meanwhile: { key: string; title: string; changes: string[] }[] | null
  /** HTML of the typed Markdown, by field. */
  previews: Values
  /** What a typed institution may be; `asked` is the text these are answers to. */
  offer: { asked: string; options: { value: string; label: string; hint?: string }[] } | null
}

export const firstShowing = (values: Values, previews: Values = {}): SetupState => ({
  attempt: 0,
  values,
  errors: {},
  summary: null,
  meanwhile: null,
  previews,
  offer: null,
})
