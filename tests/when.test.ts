import { describe, expect, test } from 'vitest'
import { endsAfterBegin, type When } from '#lib/events/policy/hours'
import { clockInWords, hoursInWords, whenInWords } from '#lib/events/policy/when'

const event: When = {
  startsOn: '2027-04-23',
  endsOn: '2027-04-24',
  startTime: '09:00',
  endTime: '17:30',
  timeZone: 'Asia/Bishkek',
}
const oneDay = { ...event, endsOn: event.startsOn }
const wholeDays = { ...event, startTime: null, endTime: null }
const autumn = { ...event, startsOn: '2026-10-24', endsOn: '2026-10-26', timeZone: 'Europe/Vilnius' }

/** With plain spaces for those at which no line ends. */
const told = (words: string) => words.replaceAll('\u00a0', ' ')

describe('when an event takes place, in words', () => {
  test.each([
    [event, 'en', 'Friday 09:00 – Saturday 17:30, local time (UTC+6)'],
    [event, 'ru', 'пятница, 09:00 – суббота, 17:30, по местному времени (UTC+6)'],
    [oneDay, 'en', 'Friday, 09:00–17:30, local time (UTC+6)'],
    [oneDay, 'ru', 'пятница, 09:00–17:30, по местному времени (UTC+6)'],
    [{ ...event, timeZone: 'Europe/Vilnius' }, 'en', 'Friday 09:00 – Saturday 17:30, local time (UTC+3)'],
    [autumn, 'en', 'Saturday 09:00 (UTC+3) – Monday 17:30 (UTC+2), local time'],
    [autumn, 'ru', 'суббота, 09:00 (UTC+3) – понедельник, 17:30 (UTC+2), по местному времени'],
    [
      { ...autumn, startsOn: '2026-10-25', endsOn: '2026-10-25', startTime: '01:00' },
      'en',
      'Sunday, 01:00 (UTC+3) – 17:30 (UTC+2), local time',
    ],
    [wholeDays, 'en', ''],
  ] as const)('the hours of %j in %s: %s', (when, locale, words) => {
    expect(told(hoursInWords(when, locale))).toBe(words)
  })

  test('the weekdays stand where hours are not known', () => {
    expect(clockInWords(wholeDays, 'en')).toBe('Friday and Saturday, local time (UTC+6)')
    expect(clockInWords(wholeDays, 'ru')).toBe('Пятница и суббота, по местному времени (UTC+6)')
    expect(told(clockInWords(event, 'ru'))).toBe('Пятница, 09:00 – суббота, 17:30, по местному времени (UTC+6)')
  })

  test('a day and its time stay in one line', () => {
    expect(hoursInWords(event, 'en')).toBe('Friday\u00a009:00 – Saturday\u00a017:30, local time\u00a0(UTC+6)')
  })

  test('in one line', () => {
    expect(told(whenInWords(event, 'en'))).toBe('23–24 April 2027 · Friday 09:00 – Saturday 17:30, local time (UTC+6)')
    expect(whenInWords(wholeDays, 'en')).toBe('23–24 April 2027')
  })
})

test('it ends after it begins, by moments and not by the clock', () => {
  expect(endsAfterBegin(oneDay)).toBe(true)
  expect(endsAfterBegin({ ...event, endTime: '08:00' })).toBe(true)
  expect(endsAfterBegin({ ...oneDay, endTime: '09:00' })).toBe(false)
  expect(endsAfterBegin({ ...oneDay, endTime: '08:59' })).toBe(false)
  expect(endsAfterBegin(wholeDays)).toBe(true)
  // On 28 March 2027 Vilnius leaves out the hour from 3: 03:30 is 04:30 there, after 04:15.
  const night = { ...oneDay, startsOn: '2027-03-28', endsOn: '2027-03-28', timeZone: 'Europe/Vilnius' }
  expect(endsAfterBegin({ ...night, startTime: '03:30', endTime: '04:15' })).toBe(false)
  expect(endsAfterBegin({ ...night, startTime: '03:30', endTime: '04:45' })).toBe(true)
})
