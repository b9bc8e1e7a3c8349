import ical from 'ical-generator'
import { describe, expect, test } from 'vitest'
import { calendarInvitation } from '#lib/events/policy/calendar'
import { read, shown } from '#tests/setup/calendar'

const given = {
  method: 'REQUEST' as const,
  id: '019c0000-0000-7000-8000-000000000001',
  revision: 3,
  updatedAt: new Date('2027-03-01T10:20:30Z'),
  startsOn: '2027-04-23',
  endsOn: '2027-04-24',
  startTime: null as string | null,
  endTime: null as string | null,
  timeZone: 'Asia/Bishkek',
  title: 'Обучение, мобильность; «партнёрства» \\ и "другое"',
  description: 'Two days.\nA second line.',
  where: ['Main hall', 'Bishkek'],
  url: 'https://serai.test/e/one',
  organizer: { name: 'Conference "office", Bishkek; KSMA', email: 'events@academy.example' },
  attendee: { name: 'Oʻktam "van der" Berg: Dean', email: 'oktam@mail.test' },
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

const ZONES = ['Asia/Bishkek', 'Europe/Vilnius', 'America/New_York', 'Pacific/Apia']

// Vilnius sets its clock on 28 March and 31 October 2027, New York on 14 March, Bishkek never.
describe.each([
  ['2027-04-23', '2027-04-24', 2],
  ['2027-03-26', '2027-03-29', 4],
  ['2027-10-30', '2027-11-01', 3],
  ['2027-12-31', '2028-01-01', 2],
  ['2028-02-29', '2028-02-29', 1],
])('whole days from %s to %s', (startsOn, endsOn, days) => {
  const file = calendarInvitation({ ...given, startsOn, endsOn })

  test.each(ZONES)('are these very days in %s', (zone) => {
    expect(shown(file, zone)).toEqual([startsOn, endsOn])
    expect(read(file).event.duration.toSeconds()).toBe(days * 86_400)
  })

  test('control: midnights as moments are other days to the west', () => {
    const moments = ical()
    moments.createEvent({ id: '1', start: new Date(`${startsOn}T00:00Z`), end: new Date(`${endsOn}T00:00Z`) })
    expect(shown(moments.toString(), 'America/New_York')[0].slice(0, 10)).not.toBe(startsOn)
  })
})

const VILNIUS = { timeZone: 'Europe/Vilnius', endTime: '17:00' }

describe('an event with hours', () => {
  const withHours = (event: Partial<typeof given>) =>
    calendarInvitation({ ...given, startTime: '09:00', endTime: '17:30', ...event })
  const lines = (file: string) => file.match(/^DT(START|END).*$/gm)

  test.each([
    ['Asia/Bishkek', ['2027-04-23 09:00', '2027-04-24 17:30']],
    ['Europe/Vilnius', ['2027-04-23 06:00', '2027-04-24 14:30']],
    ['America/New_York', ['2027-04-22 23:00', '2027-04-24 07:30']],
    ['Asia/Kathmandu', ['2027-04-23 08:45', '2027-04-24 17:15']],
  ])('in Bishkek is read so in %s', (reader, hours) => {
    const file = withHours({ timeZone: 'Asia/Bishkek' })
    expect(lines(file)).toEqual(['DTSTART:20270423T030000Z', 'DTEND:20270424T113000Z'])
    expect(shown(file, reader)).toEqual(hours)
  })

  test.each([
    ['Europe/Vilnius', ['2027-04-23 09:00', '2027-04-23 17:30']],
    ['Asia/Bishkek', ['2027-04-23 12:00', '2027-04-23 20:30']],
    ['Pacific/Apia', ['2027-04-23 19:00', '2027-04-24 03:30']],
  ])('of one day in Vilnius is read so in %s', (reader, hours) => {
    const file = withHours({ endsOn: '2027-04-23', timeZone: 'Europe/Vilnius' })
    expect(lines(file)).toEqual(['DTSTART:20270423T060000Z', 'DTEND:20270423T143000Z'])
    expect(shown(file, reader)).toEqual(hours)
  })

  // In the night to 25 October 2026 Vilnius goes back from UTC+3 to UTC+2, in that to 28 March 2027 forward again.
  test.each([
    ['Europe/Vilnius', ['2026-10-24 09:00', '2026-10-26 17:00']],
    ['Asia/Bishkek', ['2026-10-24 12:00', '2026-10-26 21:00']],
    ['America/New_York', ['2026-10-24 02:00', '2026-10-26 11:00']],
  ])('of three days over the end of summer time is read so in %s', (reader, hours) => {
    const file = withHours({ ...VILNIUS, startsOn: '2026-10-24', endsOn: '2026-10-26' })
    expect(lines(file)).toEqual(['DTSTART:20261024T060000Z', 'DTEND:20261026T150000Z'])
    expect(shown(file, reader)).toEqual(hours)
    // An hour more than the clock counts.
    expect(read(file).event.duration.toSeconds()).toBe((2 * 24 + 8 + 1) * 3600)
  })

  test.each([
    ['Europe/Vilnius', ['2027-03-27 09:00', '2027-03-29 17:00']],
    ['Asia/Bishkek', ['2027-03-27 13:00', '2027-03-29 20:00']],
    ['America/New_York', ['2027-03-27 03:00', '2027-03-29 10:00']],
  ])('of three days over the beginning of summer time is read so in %s', (reader, hours) => {
    const file = withHours({ ...VILNIUS, startsOn: '2027-03-27', endsOn: '2027-03-29' })
    expect(lines(file)).toEqual(['DTSTART:20270327T070000Z', 'DTEND:20270329T140000Z'])
    expect(shown(file, reader)).toEqual(hours)
    expect(read(file).event.duration.toSeconds()).toBe((2 * 24 + 8 - 1) * 3600)
  })

  test('begins once in an hour that the clock shows twice, and late in one that it leaves out', () => {
    const back = withHours({ ...VILNIUS, startsOn: '2026-10-25', endsOn: '2026-10-25', startTime: '03:30' })
    expect(shown(back, 'UTC')).toEqual(['2026-10-25 00:30', '2026-10-25 15:00'])
    const forward = withHours({ ...VILNIUS, startsOn: '2027-03-28', endsOn: '2027-03-28', startTime: '03:30' })
    expect(shown(forward, 'Europe/Vilnius')).toEqual(['2027-03-28 04:30', '2027-03-28 17:00'])
  })

  test('control: by the clock of the process it would be other hours', () => {
    expect(process.env.TZ).toBe('Asia/Kathmandu')
    const ours = ical()
    ours.createEvent({ id: '1', start: new Date('2027-04-23T09:00'), end: new Date('2027-04-24T17:30') })
    expect(shown(ours.toString(), 'Asia/Bishkek')).toEqual(['2027-04-23 09:15', '2027-04-24 17:45'])
  })

  test('control: the writing library, told the time zone, takes moments for the clock of the process', () => {
    const zoned = ical({ timezone: 'Asia/Bishkek' })
    zoned.createEvent({ id: '1', start: new Date('2027-04-23T03:00Z'), end: new Date('2027-04-24T11:30Z') })
    expect(lines(zoned.toString())?.[0]).toBe('DTSTART:20270423T084500')
    expect(() => shown(zoned.toString(), 'Asia/Bishkek')).toThrow('not by the clock of UTC')
  })
})
