import { getTranslations } from 'next-intl/server'
import { type Status, StatusMark } from '#components/ui/status-mark'
import type { InvitationStatus } from '#lib/invitations/queries/desk'

const MARKS: Record<InvitationStatus, Status> = {
  waiting: 'waiting',
  sent: 'sent',
  failed: 'failed',
  seen: 'seen',
  accepted: 'confirmed',
  declined: 'declined',
  expired: 'expired',
  withdrawn: 'cancelled',
}

/** How far an invitation came, as shape, colour and word. */
export async function InvitationMark({ status }: { status: InvitationStatus }) {
  const t = await getTranslations('invitations.status')
  return <StatusMark status={MARKS[status]}>{t(status)}</StatusMark>
}
