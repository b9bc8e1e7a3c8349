import { describe, expect, test } from 'vitest'
import { withoutOwnLinks } from '#lib/messages/policy/bare'
import { isEditable, mailingState, messageIdFor } from '#lib/messages/policy/mailing'
import { type Candidate, foreseen, settled, skipOf } from '#lib/messages/policy/recipients'
import { filtersFrom, listFrom, mailingTexts } from '#lib/messages/schema/mailing'

const NOW = new Date('2027-03-01T10:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const person = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'a',
  email: 'a@mail.test',
  emailKey: 'a@mail.test',
  status: 'confirmed',
  locale: 'en',
  confirmBy: null,
  refusedAt: null,
  ...change,
})

describe('who gets a letter to many', () => {
  test.each([
    [{}, undefined, null],
    [{ status: 'pending' }, undefined, null],
    [{ status: 'waiting' }, undefined, null],
    [{ status: 'cancelled' }, undefined, 'ended'],
    [{ status: 'declined' }, undefined, 'ended'],
    [{ status: 'cancelled' }, 'cancelled', null],
    [{ status: 'declined' }, 'declined', null],
    [{ status: 'cancelled' }, 'declined', 'ended'],
    [{ email: 'a@mail.example' }, undefined, 'undeliverable'],
    [{ email: '' }, undefined, 'undeliverable'],
    [{ refusedAt: NOW }, undefined, 'refused'],
    [{ confirmBy: at(60) }, undefined, 'unconfirmed'],
    [{ status: 'cancelled', refusedAt: NOW }, undefined, 'ended'],
  ] as const)('%j, with the filter on %s: %s', (change, asked, skip) =>
    expect(skipOf(person(change), asked)).toBe(skip),
  )

  test('an address gets one, also when its first person is left out', () => {
    const lapsed = person({ id: 'b', status: 'cancelled', emailKey: 'a@mail.test b' })
    const again = person({ id: 'c', emailKey: 'a@mail.test c' })
    const people = settled([lapsed, person(), again], undefined)
    expect(people.map(({ skipped }) => skipped)).toEqual(['ended', null, 'double'])
    expect(foreseen(people)).toEqual({ total: 1, byLocale: { en: 1 }, skipped: { ended: 1, double: 1 } })
  })
})

describe('where a letter is on its way', () => {
  const none = { scheduledFor: null, startedAt: null, cancelledAt: null }
  test.each([
    ['draft', none, 0],
    ['scheduled', { ...none, scheduledFor: at(1) }, 5],
    ['sending', { ...none, scheduledFor: at(0) }, 5],
    ['sending', { ...none, scheduledFor: at(-1), startedAt: at(-1) }, 1],
    ['sent', { ...none, scheduledFor: at(-1), startedAt: at(-1) }, 0],
    ['cancelled', { ...none, scheduledFor: at(1), cancelledAt: at(0) }, 0],
    ['stopped', { ...none, scheduledFor: at(-1), cancelledAt: at(0) }, 3],
  ] as const)('%s', (state, facts, open) => expect(mailingState(facts, open, NOW)).toBe(state))

  test('its words may change until its time', () => {
    expect(isEditable(none, NOW)).toBe(true)
    expect(isEditable({ ...none, scheduledFor: at(1) }, NOW)).toBe(true)
    expect(isEditable({ ...none, scheduledFor: at(0) }, NOW)).toBe(false)
    expect(isEditable({ ...none, scheduledFor: at(1), cancelledAt: at(0) }, NOW)).toBe(false)
  })

  test('a message has one id, a UUIDv7 of the letter’s time, and every person another', () => {
    const mailing = { id: 'm', scheduledFor: NOW }
    const id = messageIdFor(mailing, 'a')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(NOW.getTime())
    expect(messageIdFor(mailing, 'a')).toBe(id)
    expect(messageIdFor(mailing, 'b')).not.toBe(id)
    expect(messageIdFor({ ...mailing, id: 'n' }, 'a')).not.toBe(id)
  })
})

describe('the words as typed', () => {
  const read = (typed: Record<string, string>, main = 'en') => {
    const parsed = mailingTexts(main).safeParse(typed)
    return parsed.success
      ? parsed.data
      : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path[0], message]))
  }
  const english = { 'subject-en': ' News ', 'body-en': 'Hello {name}\r\n' }
  test.each([
    [english, { en: { subject: 'News', body: 'Hello {name}' } }],
    [{}, { 'subject-en': 'required', 'body-en': 'required' }],
    [{ ...english, 'subject-ru': 'Новости' }, { 'body-ru': 'required' }],
    [{ ...english, 'body-en': 'Hello {nmae}' }, { 'body-en': 'placeholder' }],
    [{ ...english, 'subject-en': '{x}' }, { 'subject-en': 'placeholder' }],
    [{ ...english, 'subject-en': 'x'.repeat(201) }, { 'subject-en': 'too-long' }],
    [
      { ...english, 'subject-ru': 'Новости', 'body-ru': '{link}' },
      { en: { subject: 'News', body: 'Hello {name}' }, ru: { subject: 'Новости', body: '{link}' } },
    ],
  ])('%j', (typed, expected) => expect(read(typed as Record<string, string>)).toEqual(expected))

  test('the event’s main language is the one that is needed', () =>
    expect(read({ 'subject-ru': 'Новости', 'body-ru': 'Текст' }, 'ru')).toEqual({
      ru: { subject: 'Новости', body: 'Текст' },
    }))
})

test('filters are kept as the list’s address has them, without order, columns and page', () => {
  const id = '01993a4e-7d6b-7cc0-8a52-0123456789ab'
  const query = `status=confirmed&q=bekova&country=KG&type=${id}&sort=code&dir=desc&page=3&cols=name&q.${id}=any`
  const kept = filtersFrom(listFrom(query))
  expect(kept).toBe(`status=confirmed&q=bekova&country=KG&type=${id}&q.${id}=any`)
  expect(filtersFrom(listFrom(kept))).toBe(kept)
  expect(filtersFrom(listFrom(''))).toBe('')
})

test.each([
  ['See https://s.test/r/abc-DEF_123.', 'See [own]'],
  ['(https://s.test/r/abc/confirm/xyz)', '([own])'],
  ['https://s.test/unsubscribe/abc and https://s.test/i/abc', '[own] and [own]'],
  ['https://s.test/e/event?lang=ru stays', 'https://s.test/e/event?lang=ru stays'],
  ['https://s.test/e/event/register?from=sealed', '[own]'],
  ['https://s.test/e/event/register?lang=ru&invitation=sealed', '[own]'],
  ['https://s.test, https://s.test/link', 'https://s.test, https://s.test/link'],
  ['https://s.test/linked/secret', '[own]'],
  ['https://elsewhere.test/r/abc', 'https://elsewhere.test/r/abc'],
])('%j without what is its reader’s alone', (text, bare) =>
  expect(withoutOwnLinks(text, 'https://s.test', '[own]')).toBe(bare),
)
