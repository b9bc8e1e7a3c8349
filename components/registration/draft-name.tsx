/** Where the draft of an event's form is kept in the browser's tab; that of an invitation apart, since it is another person's. */
export const draftName = (slug: string, of = '') => `serai-draft:${slug}${of && `:${of}`}`
