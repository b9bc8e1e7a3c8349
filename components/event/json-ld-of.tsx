import { createTranslator } from 'next-intl'
import { cardOf } from '#components/event/card-of'
import { cardVersion } from '#components/event/card-picture'
import { factsOf } from '#components/registration/facts-of'
import { env } from '#lib/env'
import { eventJsonLd } from '#lib/events/policy/json-ld'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

/** The event for search engines, in the language of the page. */
export function jsonLdOf(event: PublicEvent, locale: Locale, now: Date): string {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'event' })
  const { texts, places, startsOn, endsOn, startTime, endTime, timeZone, countryCode } = event
  const { state } = factsOf(event, locale, now).registration
  const { url } = env()
  const path = `/e/${event.slug}`
  return eventJsonLd({
    name: texts.title.text,
    description: texts.lead.text || texts.subtitle.text,
    lang: texts.title.lang,
    url: url + path,
    image: `${url}${path}/card/${locale}?v=${cardVersion(cardOf(event, locale))}`,
    startsOn,
    endsOn,
    startTime,
    endTime,
    timeZone,
    venue: texts.venue.text,
    address: texts.address.text,
    city: texts.city.text,
    countryCode,
    organizers: event.organizers.map((organizer) => organizer.name),
    funder: event.funder && t('union'),
    capacity: places.capacity,
    taken: places.taken,
    offer:
      state === 'closed' ? null : { url: `${url}${path}/register`, state, from: event.opensAt, until: event.closesAt },
  })
}
