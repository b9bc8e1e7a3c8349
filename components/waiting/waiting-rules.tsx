import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { Places } from '#components/ui/places'
import type { WaitingDesk } from '#components/waiting/desk'
import type { LimitName } from '#components/waiting/why-waiting'
import type { Blocking } from '#lib/rosters/queries/waiting'

/** So many limits stand open; with two hundred, the rest unfolds. */
const SHOWN = 5

/** How free places get to people, and how full each limit is that keeps somebody waiting. */
export async function WaitingRules({
  event,
  rules,
  limits,
  names,
}: WaitingDesk & { limits: readonly Blocking[]; names: LimitName }) {
  const t = await getTranslations('desk.waiting')
  return (
    <section className="waiting-rules" aria-label={t('rules')}>
      <p className="waiting-mode">
        {t(rules.ended ? 'mode.ended' : `mode.${rules.mode}`, { hours: rules.hours })}{' '}
        {event.mayDecide && <Link href={`/desk/${event.slug}/setup/registration`}>{t('changeMode')}</Link>}
      </p>
      {limits.length > 0 && (
        <>
          <ul className="waiting-limits">
            {limits.slice(0, SHOWN).map((limit) => (
              <LimitLine key={limit.id} limit={limit} names={names} />
            ))}
          </ul>
          {limits.length > SHOWN && (
            <details className="waiting-more">
              <summary>{t('moreLimits', { count: limits.length - SHOWN })}</summary>
              <ul className="waiting-limits">
                {limits.slice(SHOWN).map((limit) => (
                  <LimitLine key={limit.id} limit={limit} names={names} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}

async function LimitLine({ limit, names }: { limit: Blocking; names: LimitName }) {
  const t = await getTranslations('desk.waiting.limit')
  const { subject, capacity, taken, blocks } = limit
  const name = subject === 'event' || subject === 'code' ? t(subject) : names(limit)
  return (
    <li>
      <span className="waiting-limit-name">{name}</span>
      <Places taken={taken} capacity={capacity} />
      <span className={taken > capacity ? 'edit-over' : undefined}>
        {t('taken', { taken, capacity })} · {t('free', { free: Math.max(0, capacity - taken) })}
      </span>
      {blocks > 0 && <span className="waiting-blocks">{t('blocks', { count: blocks })}</span>}
    </li>
  )
}
