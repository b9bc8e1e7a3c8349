import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import type { RegistryProps } from '#components/institution/registry-record'
import { Link } from '#components/ui/link'
import { attendeeList, listHref } from '#lib/attendees/schema/list'
import { days } from '#lib/format'

const WHOLE = attendeeList.parse({})

/** Who comes from there: the events one works on, each with the way to these people; of others only how many. */
export async function UsagePart({ record, usage, locale }: RegistryProps) {
  const t = await getTranslations('registry.usage')
  return (
    <Section title={t('title', { count: usage.total })}>
      {usage.total === 0 && <p className="record-none">{t('none')}</p>}
      <ul className="used-by">
        {usage.events.map((event) => (
          <li key={event.slug}>
            <div>
              <Link href={`/desk/${event.slug}/attendees${listHref(WHOLE, { institution: record.id })}`}>
                {event.title}
              </Link>
              <span className="row-sub">{days(event.startsOn, event.endsOn, locale)}</span>
            </div>
            <span>{t('people', { count: event.n })}</span>
          </li>
        ))}
      </ul>
      {usage.elsewhere > 0 && <p className="record-none">{t('elsewhere', { count: usage.elsewhere })}</p>}
    </Section>
  )
}
