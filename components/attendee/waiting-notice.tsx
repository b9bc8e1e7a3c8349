import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Notice } from '#components/ui/notice'
import { shortInstant } from '#lib/format'
import { limitWords, type PoolFacts } from '#lib/rosters/policy/limits'

/** Where somebody stands on the waiting list, and why. `pool` is the limit that was reached. */
export async function WaitingNotice({ record, event, labels, locale, pool }: RecordProps & { pool: PoolFacts | null }) {
  const t = await getTranslations('desk.record')
  const { wait } = record
  if (!wait) return null
  return (
    <Notice tone="plain">
      <p>
        <strong>
          {t('waiting.place', {
            position: wait.position,
            of: wait.of,
            since: shortInstant(wait.since, event.timeZone, locale),
          })}
        </strong>
      </p>
      {pool && <p>{t(`pool.${pool.subject}`, limitWords(pool, labels))}</p>}
      <p>{t(wait.heldById ? 'waiting.held' : 'waiting.full')}</p>
      {wait.heldReason && <p>{t('waiting.heldReason', { reason: wait.heldReason })}</p>}
    </Notice>
  )
}
