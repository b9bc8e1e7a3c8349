import { getTranslations } from 'next-intl/server'
import { EventEntry } from '#components/desk/event-entry'
import { RemoveExample } from '#components/desk/remove-example'
import type { Person } from '#lib/auth/queries'
import type { DeskEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** The events somebody works on; those that were put away stand apart, below. */
export async function EventEntries({
  events,
  person,
  locale,
}: {
  events: DeskEvent[]
  person: Person
  locale: Locale
}) {
  const t = await getTranslations('desk')
  const now = new Date()
  const roleAt = (eventId: string) => {
    const role = person.events.find((one) => one.eventId === eventId)?.role
    return role ? t(`role.${role}`) : ''
  }
  const entry = (event: DeskEvent) => (
    <EventEntry
      key={event.id}
      event={event}
      role={roleAt(event.id)}
      level={event.status === 'archived' ? 3 : 2}
      locale={locale}
      now={now}
    >
      {event.isExample && person.admin && <RemoveExample event={event} />}
    </EventEntry>
  )
  const archived = events.filter((event) => event.status === 'archived')
  return (
    <>
      <ul className="entries">{events.filter((event) => event.status !== 'archived').map(entry)}</ul>
      {archived.length > 0 && (
        <section className="entries-past">
          <h2>{t('home.archived')}</h2>
          <ul className="entries">{archived.map(entry)}</ul>
        </section>
      )}
    </>
  )
}
