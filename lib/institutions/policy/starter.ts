/** By what the audit knows an edition of the starter registry. */
export const starterId = (edition: string) => `starter:${edition}`
