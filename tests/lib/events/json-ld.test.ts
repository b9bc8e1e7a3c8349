import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EventFacts, eventJsonLd } from '#lib/events/policy/json-ld'

const FACTS: EventFacts = {
  name: 'Europe and Central Asia',
  description: 'Two days.',
  lang: 'en',
  url: 'https://events.test/e/eca',
  image: 'https://events.test/e/eca/card/en',
  startsOn: '2027-04-23',
  endsOn: '2027-04-24',
  startTime: null,
  endTime: null,
  timeZone: 'Asia/Bishkek',
  venue: 'Main hall',
  address: '',
  city: 'Bishkek',
  countryCode: 'KG',
  organizers: ['International Higher School of Medicine'],
  funder: 'European Union',
  capacity: 50,
  taken: 12,
  offer: {
    url: 'https://events.test/e/eca/register',
    state: 'open',
    from: null,
    until: new Date('2027-04-10T17:59:00Z'),
  },
}
const read = (change: Partial<EventFacts> = {}) => JSON.parse(eventJsonLd({ ...FACTS, ...change }))

describe('what search engines are told', () => {
  test('are moments by the clock there, where the hours are known', () => {
    const hours = { startTime: '09:00', endTime: '17:30' }
    expect(read(hours)).toMatchObject({
      startDate: '2027-04-23T09:00:00+06:00',
      endDate: '2027-04-24T17:30:00+06:00',
    })
    const autumn = { startsOn: '2026-10-24', endsOn: '2026-10-26', timeZone: 'Europe/Vilnius' }
    expect(read({ ...hours, ...autumn })).toMatchObject({
      startDate: '2026-10-24T09:00:00+03:00',
      endDate: '2026-10-26T17:30:00+02:00',
    })
    expect(read({ ...hours, timeZone: 'America/St_Johns' }).startDate).toBe('2027-04-23T09:00:00-02:30')
  })

  test('is all that is known of the event', () => {
    expect(read()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': FACTS.url,
      url: FACTS.url,
      name: FACTS.name,
      description: 'Two days.',
      image: [FACTS.image],
      inLanguage: 'en',
      startDate: '2027-04-23',
      endDate: '2027-04-24',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        '@type': 'Place',
        name: 'Main hall',
        address: { '@type': 'PostalAddress', addressLocality: 'Bishkek', addressCountry: 'KG' },
      },
      organizer: [{ '@type': 'Organization', name: 'International Higher School of Medicine' }],
      funder: [{ '@type': 'Organization', name: 'European Union' }],
      maximumAttendeeCapacity: 50,
      remainingAttendeeCapacity: 38,
      offers: {
        '@type': 'Offer',
        url: 'https://events.test/e/eca/register',
        availability: 'https://schema.org/InStock',
        availabilityEnds: '2027-04-10T17:59:00.000Z',
      },
    })
  })

  test('is silent about what is unknown, the price first of all', () => {
    const told = read({
      venue: '',
      city: '',
      organizers: [],
      funder: null,
      capacity: null,
      description: '',
      offer: null,
    })
    for (const key of ['location', 'organizer', 'funder', 'remainingAttendeeCapacity', 'description', 'offers'])
      expect(told).not.toHaveProperty(key)
    expect(eventJsonLd(FACTS)).not.toContain('price')
  })

  test.each([
    ['not-yet', 'PreSale'],
    ['open', 'InStock'],
    ['full', 'SoldOut'],
  ] as const)('tells of registration that is %s: %s', (state, word) => {
    expect(read({ offer: { url: 'https://x.test', state, from: null, until: null } }).offers.availability).toBe(
      `https://schema.org/${word}`,
    )
  })

  test('never tells of fewer than no places', () => {
    expect(read({ capacity: 50, taken: 52 }).remainingAttendeeCapacity).toBe(0)
  })

  test.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '--><img src=x onerror=alert(1)>',
    '&lt;/script&gt;',
    '\u2028\u2029',
  ])('a text such as %j stays a text', (text) => {
    const json = eventJsonLd({ ...FACTS, name: text, organizers: [text] })
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json).name).toBe(text)
  })

  test('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = eventJsonLd({ ...FACTS, name: text })
        expect(JSON.parse(json).name).toBe(text)
        expect(json).not.toContain('<')
      }),
    )
  })
})
