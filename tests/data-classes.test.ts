import { getTableColumns } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { attendees } from '#db/schema/attendees'
import { DATA_CLASSES } from '#lib/attendees/schema/person'

/** What the program itself writes about a record; everything else was given by a person. */
const OWN = [
  ...['id', 'eventId', 'code', 'status', 'emailKey', 'searchKey', 'sortKey'],
  ...['codeId', 'linkVersion', 'submissionHash', 'registeredAt', 'confirmBy', 'updatedAt', 'revision'],
]

it('every field a person gives has a data class', () => {
  const given = Object.keys(getTableColumns(attendees)).filter((name) => !OWN.includes(name))
  expect(Object.keys(DATA_CLASSES).toSorted()).toEqual(given.toSorted())
})
