import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarInvitation } from '#lib/events/policy/calendar'

const given = {
  method: 'REQUEST' as const,
  id: '019c0000-0000-7000-8000-000000000001',
  revision: 3,
  updatedAt: new Date('2027-03-01T10:20:30Z'),
  startsOn: '2027-04-23',
  endsOn: '2027-04-24',
  title: 'Обучение, мобильность; «партнёрства» \\ и "другое"',
  description: 'Two days.\nA second line.',
  where: ['Main hall', 'Bishkek'],
  url: 'https://serai.test/e/one',
  organizer: { name: 'Conference "office", Bishkek; KSMA', email: 'events@academy.example' },
  attendee: { name: 'Oʻktam "van der" Berg: Dean', email: 'oktam@mail.test' },
}

/** What another library than the one that wrote it reads. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const [vevent, ...others] = calendar.getAllSubcomponents('vevent')
  if (!vevent || others.length > 0) throw new Error('not one event')
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(vevent), vevent }
}

describe('the event that rides along with a letter', () => {
  test('is a request to the reader, accepted, of whom no reply is asked', () => {
    const { method, event, vevent } = read(calendarInvitation(given))
    expect(method).toBe('REQUEST')
    expect([event.uid, event.sequence, event.summary]).toEqual([given.id, 3, given.title])
    expect(vevent.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(vevent.getFirstPropertyValue('organizer')).toBe('mailto:events@academy.example')
    const [attendee, ...more] = event.attendees
    expect(more).toEqual([])
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:oktam@mail.test')
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED')
    expect(attendee?.getParameter('rsvp')).toBe('FALSE')
    expect(attendee?.getParameter('cn')).toBe('Oʻktam ’van der’ Berg: Dean')
    expect(vevent.getFirstProperty('organizer')?.getParameter('cn')).toBe('Conference ’office’, Bishkek; KSMA')
  })

  test('ends by the same id', () => {
    const { method, event, vevent } = read(calendarInvitation({ ...given, method: 'CANCEL', revision: 4 }))
    expect([method, event.uid, event.sequence]).toEqual(['CANCEL', given.id, 4])
    expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('cannot be broken out of by anybody’s name', () => {
    const name = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x'
    const { event } = read(calendarInvitation({ ...given, attendee: { ...given.attendee, name } }))
    expect(event.uid).toBe(given.id)
  })
})

// Vilnius and Lisbon set their clocks on 28 March 2027, Bishkek never does; New York on 14 March.
describe.each([
  ['2027-04-23', '2027-04-24', 2],
  ['2027-03-26', '2027-03-29', 4],
  ['2027-10-30', '2027-11-01', 3],
  ['2027-12-31', '2028-01-01', 2],
  ['2028-02-29', '2028-02-29', 1],
])('from %s to %s', (startsOn, endsOn, days) => {
  test.each(['Asia/Bishkek', 'Europe/Vilnius', 'America/New_York', 'Pacific/Apia'])(
    'it is these very days in %s',
    (zone) => {
      const { event } = read(calendarInvitation({ ...given, startsOn, endsOn }))
      expect(event.startDate.isDate).toBe(true)
      expect(event.startDate.toString()).toBe(startsOn)
      const last = event.endDate.clone()
      last.adjust(-1, 0, 0, 0)
      expect(last.toString()).toBe(endsOn)
      expect(event.duration.toSeconds()).toBe(days * 86_400)
      // A whole day is midnight to midnight by the reader's own clock, whichever it is.
      const there = new ICAL.Timezone({ tzid: zone, component: '' })
      expect(event.startDate.convertToZone(there).toString().slice(0, 10)).toBe(startsOn)
    },
  )
})
