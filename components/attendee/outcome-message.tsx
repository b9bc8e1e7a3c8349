import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import { fullName } from '#lib/attendees/policy'
import { limitWords, type PoolFacts } from '#lib/rosters/policy/limits'
import type { Outcome } from '#lib/rosters/schema'

/** What came of the act just done. `promoted` are the names of those who moved up, `pool` the limit that stood in the way. */
export async function OutcomeMessage({
  outcome: { did, refused },
  record,
  labels,
  promoted,
  pool,
}: Pick<RecordProps, 'record' | 'labels'> & { outcome: Outcome; promoted: string[]; pool: PoolFacts | null }) {
  const [t, status] = await Promise.all([getTranslations('desk.record'), getTranslations('desk.status')])
  const name = fullName(record)
  if (refused)
    return (
      <Arrival of={`${refused} ${record.revision}`}>
        <div role="alert">
          <Notice tone="error" title={t('refused.title')}>
            {refused === 'full'
              ? pool
                ? t(`refused.${pool.subject}`, { ...limitWords(pool, labels), name, status: record.status })
                : t('refused.other')
              : t(`refused.${refused}`, { status: status(record.status) })}
          </Notice>
        </div>
      </Arrival>
    )
  if (!did) return null
  return (
    <Arrival of={`${did} ${record.revision}`}>
      <StatusMessage>
        {did === 'unchanged' ? t('did.unchanged') : t(`did.${did}`, { name })}
        {promoted.length > 0 && ` ${t('did.promoted', { names: promoted.join(', ') })}`}
      </StatusMessage>
    </Arrival>
  )
}
