import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client'
import { events, eventTexts } from '#db/schema/events'
import { localized } from '#lib/events/policy'
import type { Locale } from '#lib/i18n/locales'

/** What calendars are told of the published events, or of the one with the slug, the next first. Public. */
export async function calendarEvents(locale: Locale, slug?: string) {
  const rows = await db()
    .select({
      id: events.id,
      slug: events.slug,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      startTime: events.startTime,
      endTime: events.endTime,
      timeZone: events.timeZone,
      countryCode: events.countryCode,
      defaultLocale: events.defaultLocale,
      revision: events.revision,
      updatedAt: events.updatedAt,
    })
    .from(events)
    .where(and(eq(events.status, 'published'), slug === undefined ? undefined : eq(events.slug, slug)))
    .orderBy(asc(events.startsOn), asc(events.slug))
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const texts = await db()
    .select({
      eventId: eventTexts.eventId,
      locale: eventTexts.locale,
      title: eventTexts.title,
      subtitle: eventTexts.subtitle,
      lead: eventTexts.lead,
      city: eventTexts.city,
      venue: eventTexts.venue,
      address: eventTexts.address,
    })
    .from(eventTexts)
    .where(inArray(eventTexts.eventId, ids))
  return rows.map((row) => {
    const own = texts.filter((text) => text.eventId === row.id).map(({ eventId: _, ...text }) => text)
    return { ...row, texts: localized(own, locale, row.defaultLocale) }
  })
}
