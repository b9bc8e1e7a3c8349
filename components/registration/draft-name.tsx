/** Where the draft of an event's form is kept in the browser's tab. */
export const draftName = (slug: string) => `serai-draft:${slug}`
