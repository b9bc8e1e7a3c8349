const GOOD_MS = 14 * 24 * 60 * 60_000

/** Until when the link in an invitation to the team signs in by itself; after that it leads to a link that is good for an hour. */
export const teamLinkUntil = (written: Date): Date => new Date(written.getTime() + GOOD_MS)
