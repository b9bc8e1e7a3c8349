import { getTranslations } from 'next-intl/server'
import { type Status, StatusMark } from '#components/ui/status-mark'
import { readError } from '#lib/outbox/policy'
import type { Member } from '#lib/team/queries/team'

const MARKS = {
  came: 'confirmed',
  sent: 'sent',
  waiting: 'waiting',
  failed: 'failed',
  stopped: 'cancelled',
} as const satisfies Record<string, Status>

/** How far the invitation of somebody came, and why no further. */
export async function MemberStanding({ member: { came, letter } }: { member: Member }) {
  const [t, mail] = await Promise.all([getTranslations('team'), getTranslations('mailings.message')])
  const standing = came ? 'came' : standingOf(letter?.status)
  const { reason, words } = readError(standing === 'failed' ? (letter?.lastError ?? '') : '')
  return (
    <div className="member-standing">
      <StatusMark status={MARKS[standing]}>{t(`standing.${standing}`)}</StatusMark>
      {!came && <p>{t('notCome')}</p>}
      {reason && <p>{mail(`reason.${reason}`)}</p>}
      {words && <q lang="en">{words}</q>}
    </div>
  )
}

function standingOf(status: NonNullable<Member['letter']>['status'] | undefined): Exclude<keyof typeof MARKS, 'came'> {
  if (status === 'failed' || status === 'stopped' || status === 'sent') return status
  return 'waiting'
}
