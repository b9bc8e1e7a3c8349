import { getTranslations } from 'next-intl/server'
import { type Status, StatusMark } from '#components/ui/status-mark'
import type { OutboxStatus } from '#db/enums'

const SHAPES = {
  queued: 'waiting',
  sending: 'offered',
  sent: 'checked-in',
  retry: 'pending',
  failed: 'declined',
  stopped: 'cancelled',
  skipped: 'cancelled',
} as const satisfies Record<OutboxStatus | 'skipped', Status>

/** What became of a message, as shape, word and colour. */
export async function MessageMark({ status }: { status: OutboxStatus | 'skipped' }) {
  const t = await getTranslations('mailings.message')
  return <StatusMark status={SHAPES[status]}>{t(status)}</StatusMark>
}
