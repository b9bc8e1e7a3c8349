import { calendarAnswer } from '#components/event/calendar-of'
import { calendarEvents } from '#lib/events/queries/calendar'
import { readerLocale } from '#lib/i18n/locale'

/** The event for a calendar. */
export async function GET(_: Request, { params }: RouteContext<'/e/[slug]/event.ics'>): Promise<Response> {
  const { slug } = await params
  const locale = await readerLocale()
  const events = await calendarEvents(locale, slug)
  if (events.length === 0) return new Response(null, { status: 404 })
  return calendarAnswer(events, locale, { disposition: `attachment; filename="${slug}.ics"` })
}
