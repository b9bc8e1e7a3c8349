import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'

/** What was read of a form that invites, in words, before anything is sent. */
export type Reading = {
  /** Of the fields it was read from: sending needs the same. */
  sum: string
  title: string
  effect: string
  /** Why it was not sent although somebody pressed; empty else. */
  changed: string
  /** The word of the button; empty while something stands in the way. */
  send: string
  people: { email: string; givenName: string; familyName: string }[]
  problemsTitle: string
  problems: { line: string; text: string }[]
  skippedTitle: string
  skipped: { email: string; why: string }[]
}

export type InviteState = SetupState & { reading: Reading | null }

export const firstInvite = (values: Values): InviteState => ({ ...firstShowing(values), reading: null })
