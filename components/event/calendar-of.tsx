import { countryName } from '#lib/countries/policy'
import { env } from '#lib/env'
import { inLanguage } from '#lib/events/policy/address'
import { calendarFile } from '#lib/events/policy/calendar'
import type { calendarEvents } from '#lib/events/queries/calendar'
import type { Locale } from '#lib/i18n/locales'

/** Events as the answer to a calendar, in one language; with a note for whoever it is made for. */
export function calendarAnswer(
  events: Awaited<ReturnType<typeof calendarEvents>>,
  locale: Locale,
  file: { name?: string; disposition: string; note?: string },
): Response {
  const told = events.map(({ texts, countryCode, slug, ...event }) => ({
    ...event,
    title: texts.title.text,
    description: [texts.lead.text || texts.subtitle.text, file.note].filter(Boolean).join('\n\n'),
    where: [
      ...[texts.venue.text, texts.address.text, texts.city.text],
      countryCode ? countryName(countryCode, locale) : '',
    ],
    url: env().url + inLanguage(`/e/${slug}`, locale),
  }))
  return new Response(calendarFile(told, file.name), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': file.disposition,
      'cache-control': 'no-cache',
    },
  })
}
