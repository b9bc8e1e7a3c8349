import { getTranslations } from 'next-intl/server'
import { calendarAnswer } from '#components/event/calendar-of'
import { calendarEvents } from '#lib/events/queries/calendar'
import { readerLocale } from '#lib/i18n/locale'

/** All published events, to subscribe to. */
export async function GET(): Promise<Response> {
  const locale = await readerLocale()
  const t = await getTranslations('people.calendar')
  return calendarAnswer(await calendarEvents(locale), locale, {
    name: t('name'),
    disposition: 'inline; filename="calendar.ics"',
  })
}
