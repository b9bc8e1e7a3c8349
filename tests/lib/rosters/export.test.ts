import { eq } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { db, transaction } from '#db/client'
import { ATTENDEE_STATUSES, type AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { attendeePage } from '#lib/attendees/queries/list'
import { type AttendeeList, attendeeList, COLUMNS, type Column } from '#lib/attendees/schema/list'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { exportRoster } from '#lib/rosters/mutations/export'
import { rosterFile } from '#lib/rosters/queries/file'
import type { Format } from '#lib/rosters/schema'
import { revokeRole } from '#lib/team/mutations/revoke'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  SYSTEM,
  type TestEvent,
} from '#tests/setup/factories'

const words = {
  sheet: 'Attendees',
  heads: Object.fromEntries(COLUMNS.map((column) => [column, `Head ${column}`])) as Record<Column, string>,
  ...{ yes: 'Yes', no: 'No' },
  status: (status: AttendeeStatus) => `Word ${ATTENDEE_STATUSES.indexOf(status)}`,
}
const where = (event: TestEvent) => ({
  eventId: event.id,
  locale: 'en' as const,
  defaultLocale: 'en',
  timeZone: 'Asia/Bishkek',
})
const listOf = (query: Record<string, string> = {}) => attendeeList.parse({ cols: COLUMNS.join(), ...query })

async function bytesOf(actor: Actor, event: TestEvent, list: AttendeeList, format: Format): Promise<Uint8Array> {
  const order = await exportRoster(actor, where(event), { list, format }, NOW)
  if (!order.ok) throw new Error(order.reason)
  const file = rosterFile(actor, { event: where(event), ...order.value, questions: [], words }, format)
  return new Uint8Array(await new Response(file).arrayBuffer())
}

const xlsxRows = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? []

/** By hand, after RFC 4180, so that no habit of the library's own reader hides a fault of its writer. */
function csvRows(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text[0]).toBe('\ufeff')
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 1; i < text.length; i++) {
    const sign = text[i] as string
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[i++]
    else if (sign === '"') quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (sign === '\r' && text[i + 1] === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
      i++
    } else {
      expect(sign).not.toMatch(/[\r\n]/)
      cell += sign
    }
  }
  expect(quoted).toBe(false)
  rows.at(-1)?.push(cell)
  return rows
}

const HOSTILE = [
  ['=cmd|calc', "'=cmd|calc"],
  ['+996 555 12 34 56', '+996 555 12 34 56'],
  ['-1', '-1'],
  ['@x', "'@x"],
  ['\t=1+1', "'\t'=1+1"],
  ['a\rb', 'a\rb'],
  ['say "no", twice', 'say "no", twice'],
  ['two\r\nlines', 'two\r\nlines'],
  ['bell\x07 nul\0 vertical\x0b', 'bell nul vertical'],
  ['Ҷамшед Раҳмонӣ', 'Ҷамшед Раҳмонӣ'],
  ['Oʻktam', 'Oʻktam'],
  ['-', '-'],
  [' led by a space', ' led by a space'],
  ['<b>&amp;</b>', '<b>&amp;</b>'],
  ['007', '007'],
  ['_x0041_ and _x000D_', '_x0041_ and _x000D_'],
  ['TRUE', 'TRUE'],
  ['2027-03-01', '2027-03-01'],
] as const

/** Straight into the table: the form lets none of these in, an import or an older row might. */
async function makeHostile(event: TestEvent): Promise<void> {
  for (const [i, [text]] of HOSTILE.entries()) {
    const { attendeeId } = await registered(event)
    const sortKey = String(i).padStart(3, '0')
    await transaction(async (tx) => {
      // PostgreSQL's text holds no NUL.
      const position = text.replace('\0', '')
      await tx.update(attendees).set({ position, nativeName: position, sortKey }).where(eq(attendees.id, attendeeId))
    })
  }
}

test('hostile texts come back from CSV as they were, or with one sign before them', async () => {
  const event = await makeEvent()
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  await makeHostile(event)
  const [heads, ...rows] = csvRows(await bytesOf(staff, event, listOf(), 'csv'))
  expect(heads).toEqual(COLUMNS.map((column) => `Head ${column}`))
  expect(rows.map((row) => row[COLUMNS.indexOf('position')])).toEqual(HOSTILE.map(([, written]) => written))
  for (const row of rows) expect(row).toHaveLength(COLUMNS.length)
})

test('hostile texts come back from XLSX as strings, unchanged, and nothing is a formula', async () => {
  const event = await makeEvent()
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  await makeHostile(event)
  const bytes = await bytesOf(staff, event, listOf(), 'xlsx')
  const [, ...rows] = await xlsxRows(bytes)
  const expected = HOSTILE.map(([text]) => text.replace(/[\0\x07\x0b]/g, '').replace(/\r\n?/g, '\n'))
  expect(rows.map((row) => row[COLUMNS.indexOf('position')])).toEqual(expected)
  const cells = [...((await readXlsx(bytes, { readStyles: true })).sheets[0]?.cells?.values() ?? [])]
  expect(cells.length).toBeGreaterThan(HOSTILE.length)
  for (const cell of cells) expect(cell).not.toHaveProperty('formula')
  expect(cells.filter((cell) => cell.value === '=cmd|calc').map((cell) => cell.type)).toEqual(['string', 'string'])
})

test('dates are dates in XLSX and figures in CSV, by the clock of the event', async () => {
  const event = await makeEvent()
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  await registered(event, {}, new Date('2027-03-01T20:45:00Z'))
  const list = listOf({ cols: 'name,registered' })
  const rows = await xlsxRows(await bytesOf(staff, event, list, 'xlsx'))
  expect(rows[1]?.[1]).toEqual(new Date('2027-03-02T02:45:00Z'))
  expect(csvRows(await bytesOf(staff, event, list, 'csv'))[1]?.[1]).toBe('2027-03-02 02:45')
})

test('the file holds the list of the screen: its search, filters, order and columns, and all its pages', async () => {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const far = await makeInstitution('Far University', 'UZ')
  const names = ['Bekova', 'Asanov', 'Ҷ', 'Žukas', 'Oʻktam']
  for (let i = 0; i < 32; i++)
    await registered(event, {
      familyName: `${['Bekova', 'Asanov', 'Zhukov', 'Žukas'][i % 4]}${i}`,
      nativeName: names[i % 5] ?? '',
      typeId: event.typeIds[i % 2] ?? '',
      ...(i % 3 === 0 && { institutionId: far, countryCode: 'UZ' }),
    })
  const { attendeeId } = await registered(event, { familyName: 'Bekova99' })
  await cancelAttendee(organizer, attendeeId, 'test', NOW)

  const queries: Record<string, string>[] = [
    {},
    { page: '2', sort: 'name', dir: 'desc' },
    { q: 'бекова' },
    { status: 'cancelled' },
    { country: 'UZ', sort: 'institution' },
    { type: event.typeIds[1] ?? '', sort: 'registered', dir: 'desc', cols: 'name,code' },
    { q: 'nobody of this name' },
  ]
  for (const query of queries) {
    const list = listOf(query)
    const shown: string[] = []
    for (let page = 1, pages = 1; page <= pages; page++) {
      const found = await attendeePage(organizer, where(event), { ...list, page })
      pages = found.pages
      shown.push(...found.rows.map((row) => [row.familyName, row.givenName].join(', ')))
    }
    const [heads, ...rows] = await xlsxRows(await bytesOf(organizer, event, list, 'xlsx'))
    expect(heads).toEqual(list.cols.map((column) => `Head ${column}`))
    expect(rows.map((row) => row[0])).toEqual(shown)
    const csv = csvRows(await bytesOf(organizer, event, list, 'csv'))
    expect(csv.slice(1).map((row) => row[0])).toEqual(shown)
  }
})

test('a download is written down once: who, when, how, what and how many', async () => {
  const event = await makeEvent()
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  await registered(event)
  await registered(event, { countryCode: 'UZ' })
  await bytesOf(staff, event, listOf({ country: 'UZ', cols: 'name,email' }), 'csv')
  const entries = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.eventId, event.id))
    .orderBy(auditEntries.id)
  const exports = entries.filter((entry) => entry.verb === 'roster.export')
  expect(exports).toHaveLength(1)
  expect(exports[0]).toMatchObject({ actorKind: 'user', actorId: staff.userId, at: NOW })
  expect(exports[0]?.after).toMatchObject({
    format: 'csv',
    count: 1,
    columns: ['name', 'email'],
    filter: { country: 'UZ', sort: 'name', dir: 'asc' },
  })
})

test('nobody but staff and organizers of the event gets a file, and no refusal is written down', async () => {
  const event = await makeEvent()
  const elsewhere = await makeEvent()
  const { attendeeId } = await registered(event)
  const strangers: Actor[] = [
    ANONYMOUS,
    participantOf(event, attendeeId),
    await makeUser(),
    await makeUser([{ slug: elsewhere.slug, role: 'organizer' }]),
  ]
  for (const stranger of strangers)
    expect(await exportRoster(stranger, where(event), { list: listOf(), format: 'csv' }, NOW)).toEqual({
      ok: false,
      reason: 'not-found',
    })
  const entries = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.eventId, event.id))
    .orderBy(auditEntries.id)
  expect(entries.filter((entry) => entry.verb === 'roster.export')).toEqual([])
})

test('a role taken away meanwhile breaks the download off', async () => {
  const event = await makeEvent()
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  await registered(event)
  const order = await exportRoster(staff, where(event), { list: listOf(), format: 'csv' }, NOW)
  if (!order.ok) throw new Error(order.reason)
  await revokeRole(SYSTEM, { userId: staff.userId, slug: event.slug }, NOW)
  const file = rosterFile(staff, { event: where(event), ...order.value, questions: [], words }, 'csv')
  await expect(new Response(file).text()).rejects.toThrow()
})
