import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { Link } from '#components/ui/link'
import { filterOptions } from '#lib/attendees/queries/list'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { filtersOf } from '#lib/rosters/queries/filters'

/** Whom a letter is for, in words: the filters of the list, which a link shows. */
export async function Whom({
  actor,
  event,
  list,
  locale,
}: {
  actor: Actor
  event: EventOfDesk
  list: AttendeeList
  locale: Locale
}) {
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const asked = await listQuestions(actor, where)
  const [options, filters, t, desk] = await Promise.all([
    filterOptions(actor, where),
    filtersOf(actor, where, asked.questions),
    getTranslations('mailings.whom'),
    getTranslations('desk'),
  ])
  const named = (found: { value: string; label: string }[], value: string | undefined) =>
    found.find((one) => one.value === value)?.label ?? value ?? ''
  const answered = Object.entries(list.answers).map(([id, value]) => {
    const filter = filters.find((one) => one.id === id)
    return desk('answers.chip', { label: filter?.label ?? '', value: named(filter?.options ?? [], value) })
  })
  const parts = [
    list.status && t('by.status', { value: desk(`status.${list.status}`) }),
    list.type && t('by.type', { value: named(options.types, list.type) }),
    list.country && t('by.country', { value: named(options.countries, list.country) }),
    list.institution && t('by.institution', { value: named(options.institutions, list.institution) }),
    ...answered,
    list.q && t('by.search', { value: list.q }),
  ].filter((part): part is string => Boolean(part))
  return (
    <div className="whom">
      {parts.length === 0 ? (
        <p>{t('everybody')}</p>
      ) : (
        <ul className="whom-filters">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/desk/${event.slug}/attendees${listHref(list)}`}>{t('show')}</Link>
      </p>
    </div>
  )
}
