import type { InvitationOutcome } from '#db/enums'

/** How far an invitation came: how it ended; else that its letter failed, that it was seen, or how the letter stands. */
export function statusOf({
  outcome,
  mail,
  seenAt,
}: {
  outcome: InvitationOutcome | null
  mail: string
  seenAt: Date | null
}): InvitationOutcome | 'failed' | 'seen' | 'sent' | 'waiting' {
  if (outcome) return outcome
  if (mail === 'failed') return 'failed'
  if (seenAt) return 'seen'
  return mail === 'sent' ? 'sent' : 'waiting'
}
