import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import type { WaitingDesk } from '#components/waiting/desk'
import { fullName } from '#lib/attendees/policy'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { shortInstant } from '#lib/format'
import type { openOffers } from '#lib/rosters/queries/waiting'
import { recordHref } from '#lib/rosters/schema'

const WHOLE = attendeeList.parse({})
const HOUR_MS = 3_600_000

/** Who was offered a place that is held meanwhile, and how much time is left to take it. Nothing where nobody was. */
export async function OpenOffers({
  event,
  locale,
  offers: { rows, total },
}: WaitingDesk & { offers: Awaited<ReturnType<typeof openOffers>> }) {
  if (total === 0) return null
  const t = await getTranslations('desk.waiting.offers')
  const now = Date.now()
  const left = (until: Date) => {
    const hours = Math.floor((until.getTime() - now) / HOUR_MS)
    if (hours >= 48) return t('daysLeft', { days: Math.floor(hours / 24) })
    return hours >= 1 ? t('hoursLeft', { hours }) : t(until.getTime() > now ? 'soon' : 'over')
  }
  return (
    <section className="waiting-part">
      <h2>{t('title', { count: total })}</h2>
      <p className="waiting-about">{t('about')}</p>
      <ul className="waiting-people">
        {rows.map((person) => (
          <li key={person.id}>
            <Link href={recordHref(event.slug, person.id, WHOLE)}>{fullName(person)}</Link>
            <span>{person.institution}</span>
            <span>
              {left(person.expiresAt)}{' '}
              <time dateTime={person.expiresAt.toISOString()}>
                {t('until', { at: shortInstant(person.expiresAt, event.timeZone, locale) })}
              </time>
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p>
          <Link href={`/desk/${event.slug}/attendees${listHref(WHOLE, { status: 'offered' })}`}>{t('all')}</Link>
        </p>
      )}
    </section>
  )
}
