import { getTranslations } from 'next-intl/server'
import { type Status, StatusMark } from '#components/ui/status-mark'
import type { MailingState } from '#lib/messages/policy/mailing'

const SHAPES = {
  draft: 'pending',
  scheduled: 'waiting',
  sending: 'offered',
  sent: 'checked-in',
  cancelled: 'cancelled',
  stopped: 'declined',
} as const satisfies Record<MailingState, Status>

/** Where a letter to many is on its way, as shape, word and colour. */
export async function MailingMark({ state }: { state: MailingState }) {
  const t = await getTranslations('mailings.state')
  return <StatusMark status={SHAPES[state]}>{t(state)}</StatusMark>
}
