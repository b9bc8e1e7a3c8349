import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { events } from '#db/schema/events'
import { countryName } from '#lib/countries/policy'
import { localized } from '#lib/events/policy'
import { hoursInWords } from '#lib/events/policy/when'
import { eventTextsOf } from '#lib/events/queries/event'
import { days } from '#lib/format'
import { cityName } from '#lib/i18n/cities'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { textsBefore, type Was } from '#lib/messages/policy/event-news'

export type EventOfLetter = NonNullable<Awaited<ReturnType<typeof eventOfLetter>>>

/** What letters tell of an event, in the language of the letter, or told of it when it was otherwise. For letters alone: nobody is asked who reads it. */
export async function eventOfLetter(eventId: string, locale: Locale, was: Was = {}) {
  const [now] = await db()
    .select({
      id: events.id,
      slug: events.slug,
      status: events.status,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      startTime: events.startTime,
      endTime: events.endTime,
      timeZone: events.timeZone,
      countryCode: events.countryCode,
      defaultLocale: events.defaultLocale,
      hostId: events.hostId,
      contactEmail: events.contactEmail,
      onlineUrl: events.onlineUrl,
      accent: events.accent,
      revision: events.revision,
      updatedAt: events.updatedAt,
    })
    .from(events)
    .where(eq(events.id, eventId))
  if (!now) return null
  const row = {
    ...now,
    startsOn: was.startsOn ?? now.startsOn,
    endsOn: was.endsOn ?? now.endsOn,
    startTime: was.startTime === undefined ? now.startTime : was.startTime,
    endTime: was.endTime === undefined ? now.endTime : was.endTime,
    timeZone: was.timeZone ?? now.timeZone,
    countryCode: was.countryCode === undefined ? now.countryCode : was.countryCode,
    onlineUrl: was.onlineUrl ?? now.onlineUrl,
  }
  const texts = localized(textsBefore(await eventTextsOf(eventId), was), locale, row.defaultLocale)
  const host = row.hostId ? (await institutionLabels([row.hostId], locale)).get(row.hostId) : undefined
  const city = texts.city?.text ? cityName(texts.city.text, row.countryCode, locale) : ''
  const country = row.countryCode ? countryName(row.countryCode, locale) : ''
  return {
    ...row,
    title: { text: texts.title?.text ?? '', lang: texts.title?.lang ?? row.defaultLocale },
    lead: texts.lead?.text || texts.subtitle?.text || '',
    when: days(row.startsOn, row.endsOn, locale),
    /** From when to when, by which clock; empty of whole days. */
    hours: hoursInWords(row, locale),
    /** City and country. */
    where: [city, country].filter(Boolean).join(', '),
    /** From the nearest to the farthest. */
    place: [texts.venue?.text, texts.address?.text, city, country].filter((part): part is string => Boolean(part)),
    host: host?.name ?? '',
  }
}
