export type Pasted = { email: string; givenName: string; familyName: string; line: number }
export type Unread = { line: number; text: string }

/** People as somebody pastes them, one a line. */
export function readPasted(text: string): { people: Pasted[]; problems: Unread[] } {
  return { people: [], problems: text ? [] : [] }
}
