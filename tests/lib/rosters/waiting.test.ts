import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { events } from '#db/schema/events'
import { seatPools } from '#db/schema/seats'
import { confirmAttendee, offerPlace, putOnWaitingList } from '#lib/attendees/mutations/decide'
import { letMoveUp, putOff } from '#lib/attendees/mutations/hold'
import { addLimit } from '#lib/attendees/mutations/limits'
import { expireOffers } from '#lib/attendees/mutations/offers'
import { moveInQueue } from '#lib/attendees/mutations/queue'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { nextToOffer } from '#lib/rosters/queries/next'
import { openOffers, waitingCount, waitingPage, waitingRulesOf } from '#lib/rosters/queries/waiting'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

const where = (event: TestEvent) => ({ eventId: event.id, locale: 'en' as const, defaultLocale: 'en' })
const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const mode = (event: TestEvent, waitingMode: WaitingMode) =>
  transaction(async (tx) => {
    await tx.update(events).set({ waitingMode }).where(eq(events.id, event.id))
  })
const places = (event: TestEvent, capacity: number) =>
  transaction(async (tx) => {
    await tx.update(seatPools).set({ capacity }).where(eq(seatPools.eventId, event.id))
  })

async function pageOf(actor: Actor, event: TestEvent, page = 1) {
  const rules = await waitingRulesOf(actor, event.id)
  if (!rules) throw new Error('no rules')
  return waitingPage(actor, where(event), rules, page)
}

/** One place, taken; two who wait. */
async function queueOfTwo() {
  const event = await makeEvent({ capacity: 1, endsOn: '2099-04-24' })
  const people = [await registered(event), await registered(event), await registered(event)]
  const [seated, first, second] = people.map(({ attendeeId }) => attendeeId) as [string, string, string]
  return { event, organizer: await organizerOf(event), seated, first, second }
}

describe('the waiting list', () => {
  it('tells who waits, in order, and every limit in the way', async () => {
    const { event, organizer, first, second } = await queueOfTwo()
    await addLimit(organizer, event.id, { subject: 'institution', subjectIds: [], capacity: 1 })
    const elsewhere = await registered(event, { institutionId: await makeInstitution() })
    const { rows, limits, total } = await pageOf(organizer, event)
    expect(rows.map(({ id, turn }) => [id, turn])).toEqual([
      [first, 1],
      [second, 2],
      [elsewhere.attendeeId, 3],
    ])
    expect(total).toBe(3)
    const subjects = rows.map(({ why }) => (why.kind === 'full' ? why.limits.map(({ subject }) => subject) : []))
    expect(subjects.map((all) => all.toSorted())).toEqual([
      ['event', 'institution'],
      ['event', 'institution'],
      ['event'],
    ])
    expect(limits.map(({ subject, capacity, taken, blocks }) => [subject, capacity, taken, blocks])).toEqual([
      ['event', 1, 1, 3],
      ['institution', 1, 1, 2],
    ])
  })

  it('says that nothing is in the way where places are given by hand', async () => {
    const { event, organizer, second } = await queueOfTwo()
    await mode(event, 'manual')
    await places(event, 2)
    const { rows, limits } = await pageOf(organizer, event)
    expect(rows.map(({ why }) => why.kind)).toEqual(['by-hand', 'by-hand'])
    expect(limits).toMatchObject([{ subject: 'event', capacity: 2, taken: 1, blocks: 0 }])
    // The place goes to one of them, and stands in the way of the other again.
    expect((await confirmAttendee(organizer, second)).ok).toBe(true)
    expect((await pageOf(organizer, event)).rows.map(({ why }) => why.kind)).toEqual(['full'])
  })

  it('counts a workshop that is full', async () => {
    const event = await makeEvent({ endsOn: '2099-04-24' })
    const organizer = await organizerOf(event)
    await mode(event, 'manual')
    const form = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['A', 'B'] }] }])
    await addLimit(organizer, event.id, {
      subject: 'option',
      subjectIds: [form.questions[0]?.options[0] ?? ''],
      capacity: 1,
    })
    const { attendeeId } = await registered(event)
    await putOnWaitingList(organizer, attendeeId, '')
    const { rows } = await pageOf(organizer, event)
    expect(rows.map(({ limits }) => limits)).toEqual([[]])
  })

  it('says who was put off, by whom and why, and whose offer ran out', async () => {
    const { event, organizer, first, second, seated } = await queueOfTwo()
    await mode(event, 'offers')
    expect((await putOff(organizer, first, 'Papers are missing')).ok).toBe(true)
    await putOnWaitingList(organizer, seated, 'A guest')
    expect(await statusOf(second)).toBe('offered')
    expect((await openOffers(organizer, where(event))).rows.map(({ id }) => id)).toEqual([second])
    await expireOffers(new Date(Date.now() + 49 * 3_600_000))
    const { rows, held } = await pageOf(organizer, event)
    const told = new Map(rows.map(({ id, why }) => [id, why]))
    expect(told.get(first)).toMatchObject({ kind: 'held', reason: 'Papers are missing' })
    expect(told.get(first)).not.toMatchObject({ by: '' })
    expect([told.get(second), held]).toEqual([{ kind: 'lapsed' }, 3])
  })

  it('has pages, and shows the last where one is asked for behind it', async () => {
    const { event, organizer } = await queueOfTwo()
    for (let i = 0; i < 51; i++) await registered(event)
    const { rows, page, pages } = await pageOf(organizer, event, 9)
    expect([rows.map(({ turn }) => turn), page, pages]).toEqual([[51, 52, 53], 2, 2])
  })

  it('is for those who work on the event', async () => {
    const { event, organizer, first } = await queueOfTwo()
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    expect(await waitingCount(staff, event.id)).toBe(2)
    expect((await pageOf(staff, event)).rows).toHaveLength(2)
    const other = await organizerOf(await makeEvent())
    const rules = await waitingRulesOf(organizer, event.id)
    for (const actor of [ANONYMOUS, participantOf(event, first), other]) {
      expect(await waitingRulesOf(actor, event.id)).toBeNull()
      expect(await waitingCount(actor, event.id)).toBe(0)
      expect((await openOffers(actor, where(event))).total).toBe(0)
      expect(await waitingPage(actor, where(event), rules as never, 1)).toMatchObject({ rows: [], total: 0 })
      expect((await nextToOffer(actor, where(event), 5)).next).toEqual([])
    }
  })
})

describe('the next to be offered a place', () => {
  it('are those the engine would let in, each counted before the one behind', async () => {
    const event = await makeEvent({ capacity: 1, endsOn: '2099-04-24' })
    const organizer = await organizerOf(event)
    await mode(event, 'manual')
    await registered(event)
    await addLimit(organizer, event.id, { subject: 'institution', subjectIds: [], capacity: 2 })
    const [same, again] = [await registered(event), await registered(event)]
    const [one, two, off] = [
      await registered(event, { institutionId: await makeInstitution() }),
      await registered(event, { institutionId: await makeInstitution() }),
      await registered(event, { institutionId: await makeInstitution() }),
    ]
    await putOff(organizer, off.attendeeId, 'Later')
    await transaction(async (tx) => {
      await tx
        .update(seatPools)
        .set({ capacity: 3 })
        .where(and(eq(seatPools.eventId, event.id), eq(seatPools.key, 'event')))
    })
    const { next, passed } = await nextToOffer(organizer, where(event), 5)
    expect(next.map(({ id, turn }) => [id, turn])).toEqual([
      [same.attendeeId, 1],
      [one.attendeeId, 3],
    ])
    expect(passed.map(({ id, limits }) => [id, limits.map(({ subject }) => subject)])).toEqual([
      [again.attendeeId, ['institution']],
      [two.attendeeId, ['event']],
    ])
    // Whoever stands behind the last one is not passed over.
    expect((await nextToOffer(organizer, where(event), 1)).passed).toEqual([])
    // What was foretold is what happens.
    for (const { id } of next) expect((await offerPlace(organizer, id)).ok).toBe(true)
    for (const { attendeeId } of [again, two])
      expect(await offerPlace(organizer, attendeeId)).toMatchObject({ ok: false, reason: 'full' })
  })
})

describe('putting off', () => {
  it('passes somebody over, who keeps the place in the queue, and lets in again at once', async () => {
    const { event, organizer, seated, first, second } = await queueOfTwo()
    expect(await putOff(organizer, first, '')).toEqual({ ok: false, reason: 'no-reason' })
    expect(await putOff(organizer, seated, 'Why')).toEqual({ ok: false, reason: 'not-possible' })
    await putOff(organizer, first, 'Later')
    await putOnWaitingList(organizer, seated, '')
    expect([await statusOf(first), await statusOf(second)]).toEqual(['waiting', 'confirmed'])
    await places(event, 2)
    expect(await letMoveUp(organizer, first)).toEqual({ ok: true, value: { promoted: [first] } })
    expect(await letMoveUp(organizer, first)).toEqual({ ok: false, reason: 'not-possible' })
  })

  it('and moving in the queue are for the organizers of the event', async () => {
    const { event, first, second } = await queueOfTwo()
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const other = await organizerOf(await makeEvent())
    for (const actor of [ANONYMOUS, participantOf(event, first), staff, other]) {
      expect(await putOff(actor, first, 'Why')).toEqual({ ok: false, reason: 'not-found' })
      expect(await letMoveUp(actor, first)).toEqual({ ok: false, reason: 'not-found' })
      expect(await moveInQueue(actor, first, 2, 'Why')).toEqual({ ok: false, reason: 'not-found' })
    }
    expect((await seatState(event)).queue).toEqual([first, second])
  })
})

it('somebody moves to any place of the queue, and the others keep their order', async () => {
  const event = await makeEvent({ capacity: 0, endsOn: '2099-04-24' })
  const organizer = await organizerOf(event)
  const ids: string[] = []
  for (let i = 0; i < 6; i++) ids.push((await registered(event)).attendeeId)
  let expected = ids
  for (const [from, to] of [
    [5, 0],
    [0, 5],
    [1, 4],
    [4, 1],
    [2, 2],
    [3, 99],
  ] as const) {
    const id = expected[from] as string
    expect((await moveInQueue(organizer, id, to + 1, 'Because')).ok).toBe(true)
    const others = expected.filter((one) => one !== id)
    expected = [...others.slice(0, to), id, ...others.slice(to)]
    expect((await seatState(event)).queue).toEqual(expected)
  }
})
