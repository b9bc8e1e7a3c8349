import 'server-only'
import type { InvitationOutcome } from '#db/enums'
import type { Actor } from '#lib/auth/actor'

/** The newest letter of an invitation. */
export type LetterState = 'queued' | 'sending' | 'sent' | 'retry' | 'failed'
/** What an invitation is counted and filtered by: how it ended, else how far it came. */
export type InvitationStatus = InvitationOutcome | 'failed' | 'waiting' | 'sent' | 'seen'

export type InvitationRow = {
  id: string
  email: string
  name: string
  typeId: string | null
  holds: boolean
  expiresAt: Date
  createdAt: Date
  status: InvitationStatus
  mail: LetterState
  mailError: string | null
  seenAt: Date | null
  outcome: InvitationOutcome | null
  endedAt: Date | null
  attendeeId: string | null
}

export const INVITATIONS_PAGE = 50

/** The invitations of an event, the latest first, a page of them; `counts` are of all. For staff. */
export async function invitationsOf(
  _actor: Actor,
  _eventId: string,
  _asked: { status?: InvitationStatus; page?: number } = {},
): Promise<{ total: number; counts: Record<InvitationStatus, number>; rows: InvitationRow[] }> {
  const counts = { failed: 0, waiting: 0, sent: 0, seen: 0, accepted: 0, declined: 0, expired: 0, withdrawn: 0 }
  return { total: 0, counts, rows: [] }
}

export type CodeRow = {
  id: string
  /** As people write it, `BISH-7K2Q`; empty for those who may not decide. */
  code: string
  label: string
  typeId: string | null
  places: number
  used: number
  /** Places held for those who have not come yet. */
  held: number
  expiresAt: Date
  outcome: 'expired' | 'withdrawn' | null
  endedAt: Date | null
}

/** The codes of an event, open ones first. For staff. */
export async function codesOf(_actor: Actor, _eventId: string): Promise<CodeRow[]> {
  return []
}
