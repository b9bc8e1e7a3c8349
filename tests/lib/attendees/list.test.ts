import { beforeAll, describe, expect, it } from 'vitest'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { attendeePage, filterOptions } from '#lib/attendees/queries/list'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { attendeeList, listHref, PAGE_SIZE } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { ANONYMOUS } from '#lib/auth/actor'
import { deskEvent, deskEvents } from '#lib/events/queries/event'
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

let event: TestEvent
let organizer: Actor
const ids: Record<string, string> = {}
const where = () => ({ eventId: event.id, locale: 'en', defaultLocale: 'en' }) as const

beforeAll(async () => {
  event = await makeEvent({ capacity: 4 })
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const kazakh = await makeInstitution('Қазақ ұлттық университеті', 'KZ')
  const people = {
    bekova: { givenName: 'Gulnara', familyName: 'Bekova', nativeName: 'Гүлнара Бекова', email: 'gb@clinic.test' },
    zemaityte: { givenName: 'Jūratė', familyName: 'Žemaitytė', countryCode: 'LT', typeId: event.typeIds[1] as string },
    akhmetov: { givenName: 'Yerlan', familyName: 'Akhmetov', countryCode: 'KZ', institutionId: kazakh },
    oktam: { givenName: 'Oʻktam', familyName: '', countryCode: 'UZ' },
    late: { givenName: 'Late', familyName: 'Comer' },
    later: { givenName: 'Later', familyName: 'Arrival' },
  }
  let minute = 0
  for (const [name, change] of Object.entries(people))
    ids[name] = (await registered(event, change, new Date(NOW.getTime() + 60_000 * minute++))).attendeeId
})

const page = (query: Record<string, string>, actor = organizer) =>
  attendeePage(actor, where(), attendeeList.parse(query))
const names = async (query: Record<string, string>) =>
  (await page(query)).rows.map((row) => row.familyName || row.givenName)

describe('the list', () => {
  it('is in printed order by name', async () =>
    expect(await names({})).toEqual(['Akhmetov', 'Arrival', 'Bekova', 'Comer', 'Oʻktam', 'Žemaitytė']))

  it.each([
    ['Бекова', ['Bekova']],
    ['гулнара', ['Bekova']],
    ['zemait', ['Žemaitytė']],
    ['oktam', ['Oʻktam']],
    ['ўктам', ['Oʻktam']],
    ['@clinic', ['Bekova']],
    ['казак улттык', ['Akhmetov']],
    ['akhm қазақ', ['Akhmetov']],
    ['akhm bekova', []],
    ['%', ['Akhmetov', 'Arrival', 'Bekova', 'Comer', 'Oʻktam', 'Žemaitytė']],
  ])('is searched for %s', async (q, found) => expect(await names({ q })).toEqual(found))

  it('is searched by code, written either way', async () => {
    const { rows } = await page({ q: 'Bekova' })
    const code = rows[0]?.code as string
    expect(await names({ q: code.toLowerCase() })).toEqual(['Bekova'])
    expect(await names({ q: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual(['Bekova'])
  })

  it('is filtered by country, type, status, and all of them together', async () => {
    expect(await names({ country: 'KZ' })).toEqual(['Akhmetov'])
    expect(await names({ type: event.typeIds[1] as string })).toEqual(['Žemaitytė'])
    expect(await names({ status: 'waiting' })).toEqual(['Arrival', 'Comer'])
    expect(await names({ status: 'waiting', country: 'KZ' })).toEqual([])
  })

  it('orders those who wait by their place', async () =>
    expect(await names({ status: 'waiting', sort: 'registered' })).toEqual(['Comer', 'Arrival']))

  it('counts by status under the same search', async () => {
    expect((await page({ status: 'waiting' })).byStatus).toEqual({ confirmed: 4, waiting: 2 })
    expect(await page({ q: 'Бекова' })).toMatchObject({ all: 1, byStatus: { confirmed: 1 } })
  })

  it('survives an address that says nonsense', async () => {
    const list = attendeeList.parse({
      status: 'nonsense',
      sort: "name'; drop table attendees",
      page: '-3',
      country: 'kg',
      type: '1',
      dir: 'up',
      cols: 'name,secret',
    })
    expect(list).toMatchObject({ sort: 'name', dir: 'asc', page: 1, cols: ['name'] })
    expect((await attendeePage(organizer, where(), list)).total).toBe(6)
  })

  it('shows its last page for one beyond the end', async () =>
    expect(await page({ page: '99' })).toMatchObject({ page: 1, pages: 1, total: 6 }))

  it('pages without losing or doubling anybody', async () => {
    const big = await makeEvent({ capacity: 100 })
    for (let i = 0; i < PAGE_SIZE + 3; i++) await registered(big, { familyName: 'Same', givenName: 'Name' })
    const read = async (page: string) =>
      (await attendeePage(SYSTEM, { ...where(), eventId: big.id }, attendeeList.parse({ page }))).rows.map(
        (row) => row.id,
      )
    const all = [...(await read('1')), ...(await read('2'))]
    expect([all.length, new Set(all).size]).toEqual([PAGE_SIZE + 3, PAGE_SIZE + 3])
  })

  it('offers as filters what occurs', async () => {
    const options = await filterOptions(organizer, where())
    expect(options.countries.map((option) => [option.label, option.n])).toEqual([
      ['Kazakhstan', 1],
      ['Kyrgyzstan', 3],
      ['Lithuania', 1],
      ['Uzbekistan', 1],
    ])
  })

  it('keeps everything else when a part of its address changes', () => {
    const list = attendeeList.parse({ q: 'ab', status: 'waiting', page: '3', sort: 'code', dir: 'desc' })
    expect(listHref(list)).toBe('?status=waiting&q=ab&sort=code&dir=desc')
    expect(listHref(list, { page: 4 })).toBe('?status=waiting&q=ab&sort=code&dir=desc&page=4')
    expect(listHref(list, { status: undefined, q: '' })).toBe('?sort=code&dir=desc')
  })
})

describe('who may read', () => {
  it('nobody but the event’s people and administrators', async () => {
    const other = await makeEvent()
    const refused: Actor[] = [
      ANONYMOUS,
      await makeUser(),
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
      participantOf(event, ids.bekova as string),
    ]
    for (const actor of refused) {
      expect(await page({}, actor)).toMatchObject({ total: 0, rows: [] })
      expect(await attendeeRecord(actor, event.id, ids.bekova as string)).toBeNull()
      expect(await deskEvent(actor, event.slug, 'en')).toBeNull()
      expect((await filterOptions(actor, where())).countries).toEqual([])
      expect((await deskEvents(actor, 'en')).map((row) => row.id)).not.toContain(event.id)
    }
    for (const actor of [organizer, await makeUser([{ slug: event.slug, role: 'staff' }]), await makeUser([], true)]) {
      expect((await page({}, actor)).total).toBe(6)
      expect(await attendeeRecord(actor, event.id, ids.bekova as string)).toMatchObject({ familyName: 'Bekova' })
    }
    expect(await attendeeRecord(organizer, other.id, ids.bekova as string)).toBeNull()
  })

  it('staff read, organizers decide', async () => {
    expect(await deskEvent(await makeUser([{ slug: event.slug, role: 'staff' }]), event.slug, 'en')).toMatchObject({
      mayDecide: false,
    })
    expect(await deskEvent(organizer, event.slug, 'en')).toMatchObject({ mayDecide: true })
  })
})

it('the record tells place, consents and history', async () => {
  const record = await attendeeRecord(organizer, event.id, ids.later as string)
  expect(record).toMatchObject({ status: 'waiting', wait: { position: 2, of: 2, blockedBy: 'event' } })
  expect(record?.consents.map((consent) => [consent.purpose, consent.version])).toEqual([['privacy', 1]])
  await cancelAttendee(organizer, ids.later as string, 'double', NOW)
  const after = await attendeeRecord(organizer, event.id, ids.later as string)
  expect(after?.wait).toBeNull()
  expect(after?.history.map((entry) => [entry.verb, entry.reason])).toEqual(
    expect.arrayContaining([
      ['attendee.cancel', 'double'],
      ['attendee.register', null],
    ]),
  )
  expect(after?.history.find((entry) => entry.verb === 'attendee.cancel')?.by).toMatch(/@desk\.test$/)
})
