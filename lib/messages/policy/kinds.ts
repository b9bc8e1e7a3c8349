import type { AttendeeStatus, MessageKind } from '#db/enums'
import type { EventStatus } from '#lib/events/policy/moves'
import { PLACEHOLDERS } from '#lib/messages/policy/placeholders'

/** What an automatic letter is like. */
type Nature = {
  /** Its texts in the messages. */
  key: string
  /** The statuses in which it is still true; one that the facts have overtaken is not sent. */
  trueWhile?: readonly AttendeeStatus[]
  /** The same of the event. */
  trueWhileEvent?: readonly EventStatus[]
  /** It lists what was changed, and is not sent when nothing is. */
  listsChanges?: boolean
  /** What its wording may hold beside what every letter knows. */
  knows?: readonly string[]
  /** It asks for a press on its link while the address is unconfirmed. */
  asksToConfirm?: boolean
  /** Its reader has a place: the event goes into the calendar, and only here stands where it goes on online. */
  seated?: boolean
  /** Its reader may have had a place, which goes out of the calendar. */
  unseated?: boolean
  /** There is nothing to come back to: nobody is asked to keep it. */
  ends?: boolean
}

const REGISTERED = ['pending', 'confirmed', 'offered', 'waiting'] as const

/** The letters that participants get by themselves, in the order in which they come; organizers may word each. */
export const LETTERS = {
  received: { key: 'received', trueWhile: ['pending'], asksToConfirm: true },
  confirmed: { key: 'confirmed', trueWhile: ['confirmed'], asksToConfirm: true, seated: true },
  waiting: { key: 'waiting', trueWhile: ['waiting'], knows: ['why', 'position'], asksToConfirm: true },
  offered: { key: 'offered', trueWhile: ['offered'], knows: ['until'] },
  promoted: { key: 'promoted', trueWhile: ['confirmed'], asksToConfirm: true, seated: true },
  'offer-expired': { key: 'offer-expired', trueWhile: ['waiting'] },
  'moved-to-waiting': { key: 'moved', trueWhile: ['waiting'], knows: ['position'], unseated: true },
  changed: { key: 'changed', trueWhile: REGISTERED, listsChanges: true, seated: true },
  'event-changed': {
    key: 'event-changed',
    trueWhile: ['confirmed'],
    trueWhileEvent: ['published'],
    listsChanges: true,
    seated: true,
  },
  'event-cancelled': {
    key: 'event-cancelled',
    trueWhile: REGISTERED,
    trueWhileEvent: ['draft', 'archived'],
    unseated: true,
    ends: true,
  },
  reminder: { key: 'reminder', trueWhile: ['confirmed'], knows: ['begins'], seated: true },
  declined: { key: 'declined', trueWhile: ['declined'], ends: true },
  cancelled: { key: 'cancelled', trueWhile: ['cancelled'], unseated: true, ends: true },
  unconfirmed: { key: 'unconfirmed', trueWhile: ['cancelled'], unseated: true, ends: true },
  invitation: { key: 'invitation', knows: ['until'] },
  handover: { key: 'handover', knows: ['giver', 'until'] },
  'handed-over': { key: 'handed-over', knows: ['colleague'], unseated: true, ends: true },
  'handover-ended': { key: 'handover-ended', trueWhile: ['confirmed'], knows: ['colleague', 'outcome'] },
  link: { key: 'link', asksToConfirm: true },
  earlier: { key: 'earlier' },
} as const satisfies Partial<Record<MessageKind, Nature>>

export type LetterKind = keyof typeof LETTERS

export const LETTER_KINDS = Object.keys(LETTERS) as LetterKind[]

/** When they come, as the desk sorts them. */
export const LETTER_GROUPS = {
  registering: ['received', 'confirmed', 'link', 'earlier'],
  waiting: ['waiting', 'offered', 'promoted', 'offer-expired', 'moved-to-waiting'],
  before: ['changed', 'event-changed', 'reminder', 'event-cancelled'],
  leaving: ['declined', 'cancelled', 'unconfirmed', 'handed-over', 'handover-ended'],
  inviting: ['invitation', 'handover'],
} as const satisfies Record<string, readonly LetterKind[]>

export const isLetter = (kind: string): kind is LetterKind => Object.hasOwn(LETTERS, kind)

export const natureOf = (kind: LetterKind): Nature => LETTERS[kind]

export function isStillTrue(kind: LetterKind, status: AttendeeStatus, eventStatus: EventStatus): boolean {
  const { trueWhile, trueWhileEvent } = natureOf(kind)
  return (trueWhile?.includes(status) ?? true) && (trueWhileEvent?.includes(eventStatus) ?? true)
}

/** The names that a letter's wording may have in braces. */
export const placeholdersOf = (kind: LetterKind): string[] =>
  // Whoever is not registered here has no code.
  [...PLACEHOLDERS, ...(natureOf(kind).knows ?? [])].filter((name) => name !== 'code' || !NOT_REGISTERED.includes(kind))

const NOT_REGISTERED: readonly LetterKind[] = ['invitation', 'handover', 'earlier']
