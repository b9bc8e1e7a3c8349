import { describe, expect, test } from 'vitest'
import { LETTER_GROUPS, LETTER_KINDS, placeholdersOf } from '#lib/messages/policy/kinds'
import { headlineOf } from '#lib/messages/policy/letter'
import { isDue, reminderAt } from '#lib/messages/policy/reminders'
import { wordingFlaw } from '#lib/messages/policy/wording'

describe('what may stand in a wording', () => {
  test.each([
    ['Dear {name}, {event} at {place}', null],
    ['Dear {nmae}', { code: 'unknown', written: 'nmae', meant: 'name' }],
    ['{Name}', { code: 'unknown', written: 'Name', meant: 'name' }],
    ['{ event }', { code: 'unknown', written: ' event ', meant: 'event' }],
    ['{dat}', { code: 'unknown', written: 'dat', meant: 'dates' }],
    ['{position}', { code: 'unknown', written: 'position', meant: null }],
    ['{}', { code: 'unknown', written: '', meant: null }],
    ['{{name}}', { code: 'brace' }],
    ['Dear {name', { code: 'brace' }],
    ['50 } 40', { code: 'brace' }],
    ['<b>you</b>', { code: 'html' }],
    ['<script src=x>', { code: 'html' }],
    ['<!-- no -->', { code: 'html' }],
    ['1 < 2 and 3 > 2', null],
    ['[here](https://a.example) or <https://a.example>', null],
    ['Write to <office@conference.example>', null],
    ['<%= name %>', null],
  ])('%j', (text, flaw) => expect(wordingFlaw('confirmed', text)).toEqual(flaw))

  test('some letters know more', () => {
    expect(wordingFlaw('waiting', 'number {position}')).toBeNull()
    expect(wordingFlaw('offered', 'until {until}')).toBeNull()
    expect(wordingFlaw('reminder', '{begins}')).toBeNull()
    expect(placeholdersOf('invitation')).not.toContain('code')
  })
})

test('every letter stands in one group of the desk', () => {
  const grouped: string[] = Object.values(LETTER_GROUPS).flat()
  expect(grouped.toSorted()).toEqual([...LETTER_KINDS].toSorted())
})

test.each([
  ['You have a place: {event}', 'You have a place'],
  ['{event} — you have a place', 'you have a place'],
  ['Welcome to {event}!', 'Welcome to {event}!'],
  ['{event}', '{event}'],
])('the heading of %j is %j', (subject, headline) => expect(headlineOf(subject)).toBe(headline))

describe('a reminder', () => {
  test.each([
    ['Asia/Bishkek', '2027-04-23', 7, '2027-04-16T03:00:00.000Z'],
    ['Europe/Vilnius', '2027-03-29', 1, '2027-03-28T06:00:00.000Z'],
    ['Europe/Vilnius', '2027-03-29', 2, '2027-03-27T07:00:00.000Z'],
    ['America/New_York', '2027-11-08', 1, '2027-11-07T14:00:00.000Z'],
    ['America/New_York', '2027-11-08', 2, '2027-11-06T13:00:00.000Z'],
    ['Asia/Bishkek', '2027-01-01', 1, '2026-12-31T03:00:00.000Z'],
  ])('in %s of %s, %i days before, is due at %s', (timeZone, startsOn, days, at) => {
    const event = { timeZone, startsOn }
    expect(reminderAt(event, days).toISOString()).toBe(at)
    expect(isDue(event, days, new Date(Date.parse(at) - 1))).toBe(false)
    expect(isDue(event, days, new Date(at))).toBe(true)
  })

  test('is late until the event begins, and then it is past', () => {
    const event = { timeZone: 'Asia/Bishkek', startsOn: '2027-04-23' }
    expect(isDue(event, 7, new Date('2027-04-22T17:59:59Z'))).toBe(true)
    expect(isDue(event, 7, new Date('2027-04-22T18:00:00Z'))).toBe(false)
  })
})
