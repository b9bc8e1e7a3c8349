import { hoursOf, type When } from '#lib/events/policy/hours'
import { zonedOf } from '#lib/events/policy/zone'

/** What search engines are told of an event. Addresses are absolute. */
export type EventFacts = When & {
  name: string
  description: string
  lang: string
  url: string
  image: string
  venue: string
  address: string
  city: string
  countryCode: string | null
  organizers: string[]
  /** Who pays, by name. */
  funder: string | null
  capacity: number | null
  taken: number
  /** How one may register; null when that is over. */
  offer: { url: string; state: 'not-yet' | 'open' | 'full'; from: Date | null; until: Date | null } | null
}

/**
 * The event as schema.org's `Event`, to stand inside a script element: whatever a text says, it cannot close that.
 * There is no price, as none is known; what is unknown is left out.
 */
export function eventJsonLd(event: EventFacts): string {
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': event.url,
    url: event.url,
    name: event.name,
    description: event.description || undefined,
    image: [event.image],
    inLanguage: event.lang,
    ...span(event),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: location(event),
    organizer: organizations(event.organizers),
    funder: organizations(event.funder ? [event.funder] : []),
    maximumAttendeeCapacity: event.capacity ?? undefined,
    remainingAttendeeCapacity: event.capacity === null ? undefined : Math.max(0, event.capacity - event.taken),
    offers: offer(event.offer),
  })
}

/** Days, or moments as the clock there shows them. */
function span(event: When) {
  const hours = hoursOf(event)
  if (!hours) return { startDate: event.startsOn, endDate: event.endsOn }
  return { startDate: zonedOf(hours.from, event.timeZone), endDate: zonedOf(hours.until, event.timeZone) }
}

/** JSON in which no letter means anything to HTML, nor ends a line in old JavaScript. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function location({ venue, address, city, countryCode }: EventFacts) {
  const name = venue || city
  if (!name) return undefined
  return {
    '@type': 'Place',
    name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address || undefined,
      addressLocality: city || undefined,
      addressCountry: countryCode ?? undefined,
    },
  }
}

function organizations(names: string[]) {
  if (names.length === 0) return undefined
  return names.map((name) => ({ '@type': 'Organization', name }))
}

function offer(known: EventFacts['offer']) {
  if (!known) return undefined
  return {
    '@type': 'Offer',
    url: known.url,
    availability: `https://schema.org/${AVAILABILITY[known.state]}`,
    validFrom: known.from?.toISOString(),
    availabilityEnds: known.until?.toISOString(),
  }
}

const AVAILABILITY = { 'not-yet': 'PreSale', open: 'InStock', full: 'SoldOut' }
