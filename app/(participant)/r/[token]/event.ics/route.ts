import { getTranslations } from 'next-intl/server'
import { calendarAnswer } from '#components/event/calendar-of'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { participant } from '#lib/auth/session'
import { calendarEvents } from '#lib/events/queries/calendar'
import { readerLocale } from '#lib/i18n/locale'
import { spellCode } from '#lib/ids'

/** The event for the participant's own calendar, with the code for the entrance; without the private link, since calendars are shared. For whoever has a place. */
export async function GET(_: Request, { params }: RouteContext<'/r/[token]/event.ics'>): Promise<Response> {
  const locale = await readerLocale()
  const actor = await participant((await params).token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  const seated = record?.status === 'confirmed' && event
  const [found] = seated ? await calendarEvents(locale, event.slug) : []
  if (!seated || !found) return new Response(null, { status: 404 })
  // The same entry as the one that rides along with letters.
  const entry = { ...found, id: record.id, revision: record.revision + found.revision }
  const t = await getTranslations('own')
  const note = t('calendarText', { code: spellCode(record.code) })
  return calendarAnswer([entry], locale, { disposition: `attachment; filename="${event.slug}.ics"`, note })
}
