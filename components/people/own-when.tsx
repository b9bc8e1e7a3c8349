import { getTranslations } from 'next-intl/server'
import { inLanguage } from '#lib/events/policy/address'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** The days of the event, with the way to put them into a calendar. */
export async function OwnWhen({ when, event, locale }: { when: string; event: PublicEvent; locale: Locale }) {
  const t = await getTranslations('people.calendar')
  if (event.status !== 'published') return when
  return (
    <>
      {when}
      <a className="own-calendar" href={inLanguage(`/e/${event.slug}/event.ics`, locale)}>
        {t('own')}
      </a>
    </>
  )
}
