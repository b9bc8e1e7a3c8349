import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from '#lib/events/policy/calendar'
import { shown } from '#tests/setup/calendar'

const event: CalendarEvent = {
  id: '019c0000-0000-7000-8000-000000000001',
  revision: 3,
  updatedAt: new Date('2027-03-01T10:20:30Z'),
  startsOn: '2027-04-23',
  endsOn: '2027-04-24',
  startTime: null,
  endTime: null,
  timeZone: 'Asia/Bishkek',
  title: 'Learning; teaching, and “mobility”',
  description: 'Two days.\nBack\\slash; semicolon, comma.',
  where: ['Main hall', '', 'Чуй проспект, 547', 'Bishkek', 'Kyrgyzstan'],
  url: 'https://serai.test/e/one?lang=en',
}

/** The properties of a file, unfolded and unescaped: written by the grammar of RFC 5545, not by the library's. */
function parse(text: string): { name: string; params: string; value: string }[] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  return lines.map((line) => {
    const [, name = '', params = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(line) ?? []
    expect(name, line).not.toBe('')
    return {
      name,
      params,
      value: value.replace(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)),
    }
  })
}
const valuesOf = (text: string) =>
  Object.fromEntries(parse(text).map(({ name, params, value }) => [name + params, value]))

describe('an event in a calendar', () => {
  test('without hours is whole days, the last one with it', () => {
    expect(valuesOf(calendarFile([event]))).toMatchObject({
      'DTSTART;VALUE=DATE': '20270423',
      'DTEND;VALUE=DATE': '20270425',
      DTSTAMP: '20270301T102030Z',
    })
    const newYear = { ...event, startsOn: '2027-12-31', endsOn: '2027-12-31' }
    expect(valuesOf(calendarFile([newYear]))).toMatchObject({
      'DTSTART;VALUE=DATE': '20271231',
      'DTEND;VALUE=DATE': '20280101',
    })
  })

  test('with hours is from moment to moment, whoever publishes it from wherever', () => {
    const timed = { ...event, startTime: '09:00', endTime: '17:30' }
    const values = valuesOf(calendarFile([timed]))
    expect(values).toMatchObject({ DTSTART: '20270423T030000Z', DTEND: '20270424T113000Z' })
    expect(shown(calendarFile([timed]), 'Asia/Bishkek')).toEqual(['2027-04-23 09:00', '2027-04-24 17:30'])
    const vilnius = calendarFile([{ ...timed, timeZone: 'Europe/Vilnius' }])
    expect(shown(vilnius, 'Europe/Vilnius')).toEqual(['2027-04-23 09:00', '2027-04-24 17:30'])
    expect(shown(vilnius, 'Asia/Bishkek')).toEqual(['2027-04-23 12:00', '2027-04-24 20:30'])
  })

  test('replaces itself: the same id, and counted', () => {
    expect(valuesOf(calendarFile([event]))).toMatchObject({ UID: event.id, SEQUENCE: '3', METHOD: 'PUBLISH' })
    expect(calendarFile([event])).toBe(calendarFile([event]))
  })

  test('tells what, where and more, whatever signs there are in it', () => {
    const values = valuesOf(calendarFile([event]))
    expect(values).toMatchObject({
      SUMMARY: event.title,
      LOCATION: 'Main hall, Чуй проспект, 547, Bishkek, Kyrgyzstan',
      DESCRIPTION: `${event.description}\n\n${event.url}`,
      'URL;VALUE=URI': event.url,
    })
  })

  test('cannot be broken out of by a title', () => {
    const title = 'One\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:other'
    const lines = parse(calendarFile([{ ...event, title }]))
    expect(lines.filter(({ name }) => name === 'BEGIN')).toHaveLength(2)
    expect(lines.filter(({ name }) => name === 'UID')).toHaveLength(1)
  })

  test('without a place names none', () => {
    expect(parse(calendarFile([{ ...event, where: ['', ''] }])).some(({ name }) => name === 'LOCATION')).toBe(false)
  })
})

test('lines are folded at 75 octets, between letters, and end as they must', () => {
  const title = 'Международная конференция «Обучение и мобильность» 👩‍🎓 '.repeat(5).trim()
  const file = calendarFile([{ ...event, title }])
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(valuesOf(file).SUMMARY).toBe(title)
  expect(file.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
  expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
})

test('a calendar to subscribe to has a name and all events', () => {
  const file = calendarFile([event, { ...event, id: '019c0000-0000-7000-8000-000000000002' }], 'Events, all; of us')
  expect(parse(file).filter(({ name }) => name === 'UID')).toHaveLength(2)
  expect(valuesOf(file)).toMatchObject({ 'X-WR-CALNAME': 'Events, all; of us' })
  expect(valuesOf(calendarFile([], 'Events'))).toMatchObject({ 'X-WR-CALNAME': 'Events' })
})
