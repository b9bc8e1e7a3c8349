import { getTranslations } from 'next-intl/server'
import type { LimitState } from '#lib/rosters/policy/turns'
import type { Why } from '#lib/rosters/policy/why'

export type LimitName = (limit: LimitState) => string

/** Why somebody waits, in plain words. */
export async function WhyWaiting({ why, names }: { why: Why; names: LimitName }) {
  const t = await getTranslations('desk.waiting.why')
  if (why.kind === 'full')
    return why.limits.map((limit) => (
      <span key={limit.id} className="waiting-why">
        {t(`full.${limit.subject}`, { subject: names(limit), capacity: limit.capacity })}
      </span>
    ))
  if (why.kind !== 'held') return <span className="waiting-why">{t(why.kind)}</span>
  return (
    <>
      <span className="waiting-why">{why.by ? t('heldBy', { name: why.by }) : t('held')}</span>
      {why.reason && <span className="row-sub">{why.reason}</span>}
    </>
  )
}
