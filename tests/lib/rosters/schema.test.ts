import { expect, test } from 'vitest'
import { attendeeList, DEFAULT_COLUMNS } from '#lib/attendees/schema/list'
import { listOf, outcome, recordHref } from '#lib/rosters/schema'

test('the way to a record keeps the list one came from, and leads back to it', () => {
  const list = attendeeList.parse({
    q: 'бекова & co',
    status: 'waiting',
    sort: 'code',
    dir: 'desc',
    page: '3',
    cols: 'name,email',
  })
  const href = recordHref('ror-2027', 'some-id', list, { did: 'cancel', up: 'a,b' })
  const url = new URL(href, 'http://serai.test')
  expect(url.pathname).toBe('/desk/ror-2027/attendees/some-id')
  expect(listOf(url.search)).toEqual(list)
  expect(outcome.parse(Object.fromEntries(url.searchParams))).toEqual({ did: 'cancel', up: ['a', 'b'] })
})

test('the whole list needs no query', () => {
  expect(recordHref('e', 'i', attendeeList.parse({}))).toBe('/desk/e/attendees/i')
  expect(listOf('?')).toEqual(attendeeList.parse({}))
})

test('columns ticked in a form without script are the same as columns in an address', () => {
  expect(attendeeList.parse({ cols: ['name', 'email', 'code'] }).cols).toEqual(['name', 'code', 'email'])
  expect(attendeeList.parse({ cols: 'name' }).cols).toEqual(['name'])
  expect(attendeeList.parse({ cols: '' }).cols).toEqual(['name'])
  expect(attendeeList.parse({}).cols).toEqual(DEFAULT_COLUMNS)
})

test('what no act can have come to is left out', () => {
  expect(outcome.parse({ did: 'hacked', refused: ['full', 'full'], pool: ['a'], up: ['a'] })).toEqual({ up: [] })
  expect(outcome.parse({})).toEqual({ up: [] })
})
