import { createHash } from 'node:crypto'

export type MailingState = 'draft' | 'scheduled' | 'sending' | 'sent' | 'cancelled' | 'stopped'

type Facts = { scheduledFor: Date | null; startedAt: Date | null; cancelledAt: Date | null }

/** Where a letter to many is on its way. `open` is how many of its messages have neither gone nor failed. */
export function mailingState({ scheduledFor, startedAt, cancelledAt }: Facts, open: number, now: Date): MailingState {
  if (cancelledAt) return scheduledFor && scheduledFor <= cancelledAt ? 'stopped' : 'cancelled'
  if (!scheduledFor) return 'draft'
  if (!startedAt) return scheduledFor > now ? 'scheduled' : 'sending'
  return open > 0 ? 'sending' : 'sent'
}

/** Whether its words may still change. */
export const isEditable = ({ scheduledFor, cancelledAt }: Omit<Facts, 'startedAt'>, now: Date): boolean =>
  !cancelledAt && (!scheduledFor || scheduledFor > now)

/**
 * The id of the message to one person: always the same, so that the table's key lets each in once, whatever happens in between. A UUIDv7 whose
 * time is the mailing's.
 */
export function messageIdFor(mailing: { id: string; scheduledFor: Date }, attendeeId: string): string {
  const time = mailing.scheduledFor.getTime().toString(16).padStart(12, '0')
  const tail = createHash('sha256').update(`${mailing.id} ${attendeeId}`).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`
}
