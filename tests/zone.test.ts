import { describe, expect, test } from 'vitest'
import { instantOf, keptInstant, localOf, zonedOf } from '#lib/events/policy/zone'

const at = (local: string, zone: string) => instantOf(local, zone)?.toISOString() ?? null

describe('a time of the clock is a moment', () => {
  test.each([
    ['2027-04-10T23:59', 'Asia/Bishkek', '2027-04-10T17:59:00.000Z'],
    ['2027-01-01T00:00', 'UTC', '2027-01-01T00:00:00.000Z'],
    ['2027-01-15T12:00', 'America/St_Johns', '2027-01-15T15:30:00.000Z'],
    ['2027-06-01T00:10', 'Pacific/Kiritimati', '2027-05-31T10:10:00.000Z'],
    ['2027-06-01T12:00', 'Asia/Kathmandu', '2027-06-01T06:15:00.000Z'],
    // The clock is set forward at 2:00 on 28 March and back at 3:00 on 31 October.
    ['2027-03-28T01:59', 'Europe/Berlin', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T01:59', 'Europe/Berlin', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31T03:00', 'Europe/Berlin', '2027-10-31T02:00:00.000Z'],
    ['2027-04-10T23:59:00', 'Asia/Bishkek', '2027-04-10T17:59:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(at(local, zone)).toBe(moment)
    expect(localOf(new Date(moment), zone)).toBe(local.slice(0, 16))
  })

  test('an hour that is left out counts as if the clock had not been set', () =>
    expect(at('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z'))

  test('of an hour that comes twice, the first', () => {
    expect(at('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z')
    expect(at('2027-04-04T01:45', 'Australia/Lord_Howe')).toBe('2027-04-03T14:45:00.000Z')
  })

  test.each(['', '2027-04-10', '2027-02-30T10:00', '2027-04-10T24:30', '10.04.2027 23:59', '2027-13-01T00:00'])(
    '%j is no time',
    (local) => expect(at(local, 'Asia/Bishkek')).toBeNull(),
  )
})

test.each([
  ['2027-04-10T17:59:00Z', 'Asia/Bishkek', '2027-04-10T23:59:00+06:00'],
  ['2027-04-10T17:59:00Z', 'UTC', '2027-04-10T17:59:00+00:00'],
  ['2027-01-15T15:30:00Z', 'America/St_Johns', '2027-01-15T12:00:00-03:30'],
  ['2027-06-01T06:15:00Z', 'Asia/Kathmandu', '2027-06-01T12:00:00+05:45'],
])('%s in %s is written %s', (moment, zone, text) => {
  expect(zonedOf(new Date(moment), zone)).toBe(text)
  expect(new Date(text).getTime()).toBe(Date.parse(moment))
})

test('hours of a whole year come back, in zones that set their clocks', () => {
  for (const zone of [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Bishkek',
  ]) {
    for (let hour = 0; hour < 366 * 24; hour += 5) {
      const moment = new Date(Date.UTC(2027, 0, 1, hour, 15))
      const local = localOf(moment, zone)
      expect(localOf(instantOf(local, zone), zone)).toBe(local)
    }
  }
}, 60_000)

test('what was not changed stays the very moment, the second of an hour too', () => {
  const second = new Date('2027-10-31T01:30:00Z')
  expect(localOf(second, 'Europe/Berlin')).toBe('2027-10-31T02:30')
  expect(keptInstant('2027-10-31T02:30', second, 'Europe/Berlin')).toBe(second)
  expect(keptInstant('', second, 'Europe/Berlin')).toBeNull()
  expect(keptInstant('2027-10-31T02:31', second, 'Europe/Berlin')?.toISOString()).toBe('2027-10-31T00:31:00.000Z')
})
