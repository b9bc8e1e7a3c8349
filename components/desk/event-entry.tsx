import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link'
import { Places } from '#components/ui/places'
import { StatusMark } from '#components/ui/status-mark'
import { ATTENDEE_STATUSES } from '#db/enums'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { registrationState } from '#lib/events/policy'
import type { DeskEvent } from '#lib/events/queries/event'
import { days, number, shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

const WHOLE = attendeeList.parse({})

/** An event on the desk's first page: when and where, how full, and how many have which status. */
export async function EventEntry({
  event,
  role,
  level = 2,
  locale,
  now,
  children,
}: {
  event: DeskEvent
  role: string
  /** Of its heading. */
  level?: 2 | 3
  locale: Locale
  now: Date
  children?: ReactNode
}) {
  const t = await getTranslations('desk')
  const { title, city } = event.texts
  const { capacity, taken } = event.places
  const home = `/desk/${event.slug}/attendees`
  const Heading = level === 2 ? ('h2' as const) : ('h3' as const)
  const state = registrationState(event, now)
  const at = (instant: Date | null) => (instant ? shortInstant(instant, event.timeZone, locale, now) : '')
  const registration = state === 'open' && !event.closesAt ? 'openEnded' : state
  const facts = [
    event.status === 'published'
      ? t(`home.registration.${registration}`, { until: at(event.closesAt), from: at(event.opensAt) })
      : t(`home.eventStatus.${event.status}`),
    role,
  ]
  return (
    <li className="entry">
      <div className="entry-what">
        <Heading className="entry-title" lang={title.lang === locale ? undefined : title.lang}>
          <Link href={event.status === 'published' ? home : `/desk/${event.slug}`}>{title.text}</Link>
        </Heading>
        <p>
          {city.text
            ? t('home.where', { days: days(event.startsOn, event.endsOn, locale), city: city.text })
            : days(event.startsOn, event.endsOn, locale)}
        </p>
        <p className="entry-facts">
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <div className="entry-numbers">
        {capacity !== null && <Places taken={taken} capacity={capacity} />}
        <p>{capacity === null ? t('home.unlimited', { taken }) : t('home.places', { taken, capacity })}</p>
        <ul>
          {ATTENDEE_STATUSES.filter((status) => event.counts[status]).map((status) => (
            <li key={status}>
              <Link href={`${home}${listHref(WHOLE, { status })}`}>
                <StatusMark status={status}>
                  {t('home.counts', {
                    status: t(`status.${status}`),
                    count: number(event.counts[status] ?? 0, locale),
                  })}
                </StatusMark>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {children}
    </li>
  )
}
