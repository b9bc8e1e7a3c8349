import { getTranslations } from 'next-intl/server'
import { EventLine, type EventLineProps } from '#components/event/event-line'
import { Ornament } from '#components/ornament/ornament'
import { inLanguage } from '#lib/events/policy/address'
import type { Locale } from '#lib/i18n/locales'

/** The published events, inside `<PublicFrame over>`, as given: the next first, and those that are over apart. */
export async function EventList({
  upcoming,
  past = [],
  locale,
}: {
  upcoming: EventLineProps[]
  past?: EventLineProps[]
  locale: Locale
}) {
  const [t, calendar] = await Promise.all([getTranslations('event.list'), getTranslations('people.calendar')])
  return (
    <div className="cover cover-list">
      <Ornament seed={upcoming[0]?.seed ?? 'serai'} shape="cover" narrow="band" first />
      <div className="cover-words">
        <h1>{t('title')}</h1>
        {upcoming.length === 0 ? (
          <p className="event-none">{t('none')}</p>
        ) : (
          <ol className="event-list">
            {upcoming.map((event) => (
              <EventLine key={event.href} {...event} />
            ))}
          </ol>
        )}
        <p className="event-list-calendar">
          <a href={inLanguage('/calendar.ics', locale)}>{calendar('subscribe')}</a>
        </p>
        {past.length > 0 && (
          <>
            <h2 className="event-list-past">{t('past')}</h2>
            <ol className="event-list">
              {past.map((event) => (
                <EventLine key={event.href} {...event} />
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  )
}
