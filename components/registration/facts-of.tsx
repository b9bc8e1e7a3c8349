import type { RegistrationState } from '#components/event/registration-state'
import { countryName } from '#lib/countries/policy'
import { registrationState } from '#lib/events/policy'
import { clockInWords } from '#lib/events/policy/when'
import type { EventSummary } from '#lib/events/queries/event'
import { days, offset, shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/** What every public page says of an event, in the reader's language and the event's time zone. */
export function factsOf(event: EventSummary, locale: Locale, now = new Date()) {
  const country = event.countryCode && countryName(event.countryCode, locale)
  return {
    seed: event.id,
    href: `/e/${event.slug}`,
    cover: event.coverId ? `/e/${event.slug}/cover/${event.coverId}` : undefined,
    title: event.texts.title,
    subtitle: event.texts.subtitle,
    when: days(event.startsOn, event.endsOn, locale),
    hours: event.startTime ? clockInWords(event, locale) : '',
    where: [event.texts.city.text, country].filter(Boolean).join(', '),
    registration: registrationOf(event, locale, now),
  }
}

function registrationOf(event: EventSummary, locale: Locale, now: Date): RegistrationState {
  const { capacity, taken } = event.places
  const open = registrationState(event, now)
  const at = (time: Date | null) =>
    time ? `${shortInstant(time, event.timeZone, locale, now)} (${offset(event.timeZone, time)})` : undefined
  return {
    state: open === 'open' && capacity !== null && taken >= capacity ? 'full' : open,
    href: `/e/${event.slug}/register`,
    opens: at(event.opensAt),
    closes: at(event.closesAt),
    places: capacity === null ? undefined : { capacity, taken },
  }
}
