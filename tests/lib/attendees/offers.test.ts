import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { offers } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { confirmPastLimits, decideMany, declineAttendee, offerPlace } from '#lib/attendees/mutations/decide'
import { declineOffer } from '#lib/attendees/mutations/decline-offer'
import { acceptOffer, expireOffers, rejoinWaiting } from '#lib/attendees/mutations/offers'
import { moveInQueue } from '#lib/attendees/mutations/queue'
import { editWaitingRules } from '#lib/attendees/mutations/waiting-rules'
import { lastCancellation, ownRecord } from '#lib/attendees/queries/one'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { stampOf } from '#lib/events/policy/stamp'
import { setupWaiting } from '#lib/events/queries/setup'
import {
  makeEvent,
  makeUser,
  NOW,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'

const HOUR = 3_600_000
const hoursOn = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

let event: TestEvent
let organizer: Actor
let seated: string
let queue: string[]

/** One place, taken; three wait. */
async function world(change: Partial<typeof events.$inferInsert>) {
  event = await makeEvent({ capacity: 1 })
  await transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, event.id))
  })
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  seated = (await registered(event)).attendeeId
  queue = []
  for (let i = 0; i < 3; i++) queue.push((await registered(event)).attendeeId)
}
const own = (id: string | undefined) => participantOf(event, id ?? '')
const statuses = async () => Promise.all(queue.map(statusOf))
const messages = async (id: string | undefined) =>
  (
    await db()
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(eq(outbox.attendeeId, id ?? ''))
      .orderBy(outbox.id)
  ).map((row) => row.kind)

const outcomes = async (id: string | undefined) =>
  (
    await db()
      .select({ outcome: offers.outcome })
      .from(offers)
      .where(eq(offers.attendeeId, id ?? ''))
  ).map((row) => row.outcome)
const verbsOf = async (id: string | undefined) =>
  (
    await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id ?? ''))
      .orderBy(auditEntries.id)
  ).map((row) => row.verb)

describe('where places are offered', () => {
  beforeEach(() => world({ waitingMode: 'offers', offerHours: 48 }))

  it('a place that comes free is offered to the first, held, and taken', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    expect(await statuses()).toEqual(['offered', 'waiting', 'waiting'])
    expect((await seatState(event)).taken).toBe(1)
    expect(await messages(queue[0])).toEqual(['waiting', 'offered'])
    for (const nobody of [ANONYMOUS, organizer, own(queue[1])]) expect((await acceptOffer(nobody, NOW)).ok).toBe(false)
    expect((await acceptOffer(own(queue[0]), hoursOn(47.9))).ok).toBe(true)
    expect((await acceptOffer(own(queue[0]), hoursOn(60))).ok).toBe(true)
    await expireOffers(hoursOn(100))
    expect(await statuses()).toEqual(['confirmed', 'waiting', 'waiting'])
  })

  it('an offer runs out at its time, once, and the next is offered the place', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    expect(await expireOffers(hoursOn(47.9))).toBe(0)
    expect(await acceptOffer(own(queue[0]), hoursOn(48))).toEqual({ ok: false, reason: 'not-possible' })
    expect(await expireOffers(hoursOn(48))).toBe(1)
    expect(await expireOffers(hoursOn(48))).toBe(0)
    expect(await statuses()).toEqual(['waiting', 'offered', 'waiting'])
    expect((await seatState(event)).queue).toEqual([queue[2], queue[0]])
    // Whoever let an offer pass is not asked again by itself, but may ask.
    await cancelAttendee(own(queue[1]), queue[1] ?? '', '', hoursOn(50))
    await cancelAttendee(own(queue[2]), queue[2] ?? '', '', hoursOn(51))
    expect(await statuses()).toEqual(['waiting', 'cancelled', 'cancelled'])
    expect((await rejoinWaiting(own(queue[1]), hoursOn(52))).ok).toBe(false)
    expect((await rejoinWaiting(own(queue[0]), hoursOn(52))).ok).toBe(true)
    expect(await statusOf(queue[0] ?? '')).toBe('offered')
  })

  it('refused, the place goes to the next at once, and who stays is offered none until asking', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    for (const nobody of [ANONYMOUS, organizer, own(queue[1])])
      for (const stay of [true, false]) expect((await declineOffer(nobody, stay, NOW)).ok).toBe(false)
    expect(await statuses()).toEqual(['offered', 'waiting', 'waiting'])
    expect(await declineOffer(own(queue[0]), true, hoursOn(1))).toEqual({ ok: true, value: { promoted: [queue[1]] } })
    expect(await statuses()).toEqual(['waiting', 'offered', 'waiting'])
    const state = await seatState(event)
    expect([state.taken, state.queue]).toEqual([1, [queue[2], queue[0]]])
    expect(await outcomes(queue[0])).toEqual(['declined'])
    expect((await ownRecord(own(queue[0])))?.refused).toBe(true)
    // Nobody writes what the person has just pressed; a second press changes nothing.
    expect(await messages(queue[0])).toEqual(['waiting', 'offered'])
    expect(await declineOffer(own(queue[0]), true, hoursOn(1))).toEqual({ ok: true, value: { promoted: [] } })
    expect(await verbsOf(queue[0])).toEqual(['attendee.register', 'attendee.offer', 'attendee.decline-offer'])

    expect(await declineOffer(own(queue[1]), false, hoursOn(2))).toEqual({ ok: true, value: { promoted: [queue[2]] } })
    expect(await statuses()).toEqual(['waiting', 'cancelled', 'offered'])
    expect(await lastCancellation(own(queue[1]))).toMatchObject({ byKind: 'participant', reason: '' })
    expect(await messages(queue[1])).toEqual(['waiting', 'offered', 'cancelled'])
    expect(await verbsOf(queue[1])).toEqual(['attendee.register', 'attendee.offer', 'attendee.decline-offer'])
    expect(await outcomes(queue[1])).toEqual(['declined'])

    // The last who stays is not asked the same again, but may ask.
    await declineOffer(own(queue[2]), true, hoursOn(3))
    expect(await statuses()).toEqual(['waiting', 'cancelled', 'waiting'])
    expect((await seatState(event)).taken).toBe(0)
    expect(await rejoinWaiting(own(queue[0]), hoursOn(4))).toMatchObject({ value: { promoted: [queue[0]] } })
    expect((await ownRecord(own(queue[0])))?.refused).toBe(false)
  })

  it('refused too late, or after it was taken, it changes nothing', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    for (const stay of [true, false])
      expect(await declineOffer(own(queue[0]), stay, hoursOn(48))).toEqual({ ok: false, reason: 'not-possible' })
    expect(await outcomes(queue[0])).toEqual([null])
    expect(await statuses()).toEqual(['offered', 'waiting', 'waiting'])
    await acceptOffer(own(queue[0]), hoursOn(1))
    for (const stay of [true, false]) expect((await declineOffer(own(queue[0]), stay, hoursOn(2))).ok).toBe(false)
    expect(await statuses()).toEqual(['confirmed', 'waiting', 'waiting'])
  })

  it('control: without the clock the place stays held', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    expect((await registered(event, {}, hoursOn(500))).status).toBe('waiting')
    expect(await statuses()).toEqual(['offered', 'waiting', 'waiting'])
  })
})

describe('where organizers give places by hand', () => {
  beforeEach(() => world({ waitingMode: 'manual' }))

  it('nobody moves up by itself, and newcomers queue behind', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    expect(await statuses()).toEqual(['waiting', 'waiting', 'waiting'])
    expect((await registered(event)).status).toBe('waiting')
    expect((await offerPlace(organizer, queue[1] ?? '', NOW)).ok).toBe(true)
    expect(await offerPlace(organizer, queue[0] ?? '', NOW)).toMatchObject({ ok: false, reason: 'full' })
    expect(await statuses()).toEqual(['waiting', 'offered', 'waiting'])
  })

  it('the order is changed with a reason, by organizers', async () => {
    expect(await moveInQueue(organizer, queue[2] ?? '', 1, ' ', NOW)).toEqual({ ok: false, reason: 'no-reason' })
    expect((await moveInQueue(organizer, queue[2] ?? '', 1, 'speaks', NOW)).ok).toBe(true)
    expect((await seatState(event)).queue).toEqual([queue[2], queue[0], queue[1]])
    expect((await moveInQueue(organizer, queue[2] ?? '', 99, 'mistake', NOW)).ok).toBe(true)
    expect((await seatState(event)).queue).toEqual(queue)
    for (const actor of await others()) expect((await moveInQueue(actor, queue[2] ?? '', 1, 'x', NOW)).ok).toBe(false)
  })

  it('switching to automatic gives what is free at once', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    const shown = stampOf((await setupWaiting(organizer, event.id)) ?? {})
    const rules = { waitingMode: 'automatic' as const, offerHours: 48, pendingHolds: false }
    for (const actor of await others())
      expect((await editWaitingRules(actor, event.id, rules, shown, NOW)).ok).toBe(false)
    expect(await editWaitingRules(organizer, event.id, rules, shown, NOW)).toMatchObject({
      value: { promoted: [queue[0]] },
    })
    expect(await editWaitingRules(organizer, event.id, rules, shown, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })
})

describe('decisions', () => {
  beforeEach(() => world({ waitingMode: 'automatic' }))

  it('past the limit need a reason, which stays, and let in nobody else', async () => {
    expect(await confirmPastLimits(organizer, queue[1] ?? '', '  ', NOW)).toEqual({ ok: false, reason: 'no-reason' })
    expect((await confirmPastLimits(organizer, queue[1] ?? '', 'the rector’s guest', NOW)).ok).toBe(true)
    const state = await seatState(event)
    expect([state.taken, state.capacity]).toEqual([2, 1])
    const audit = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, queue[1] ?? ''))
    expect(audit.find((row) => row.verb === 'attendee.confirm')?.reason).toBe('the rector’s guest')
    await cancelAttendee(own(seated), seated, '', NOW)
    expect(await statuses()).toEqual(['waiting', 'confirmed', 'waiting'])
  })

  it('are refused to everybody else', async () => {
    for (const actor of await others()) {
      expect((await confirmPastLimits(actor, queue[0] ?? '', 'x', NOW)).ok).toBe(false)
      expect((await declineAttendee(actor, queue[0] ?? '', 'x', NOW)).ok).toBe(false)
      expect((await offerPlace(actor, queue[0] ?? '', NOW)).ok).toBe(false)
      const many = await decideMany(actor, queue, 'decline', 'x', NOW)
      if (many.ok) expect(many.value.decided).toEqual([])
    }
    expect(await statuses()).toEqual(['waiting', 'waiting', 'waiting'])
  })

  it('about many reach each or say why not', async () => {
    await cancelAttendee(own(seated), seated, '', NOW)
    const elsewhere = await registered(await makeEvent())
    const result = await decideMany(organizer, [...queue, seated, elsewhere.attendeeId], 'confirm', '', NOW)
    if (!result.ok) throw new Error(result.reason)
    // The first moved up when the place came free.
    expect(result.value.decided).toEqual([])
    expect(result.value.refused.map(({ reason }) => reason)).toEqual([
      'not-possible',
      'full',
      'full',
      'full',
      'not-found',
    ])
    const declined = await decideMany(organizer, queue.slice(1), 'decline', 'full', NOW)
    expect(declined).toMatchObject({ value: { decided: queue.slice(1), refused: [], promoted: [] } })
    expect(await statuses()).toEqual(['confirmed', 'declined', 'declined'])
    expect(await messages(queue[2])).toEqual(['waiting', 'declined'])
  })
})

describe('approval that holds a seat', () => {
  it('holds it until the decision, and gives it on when that is no', async () => {
    event = await makeEvent({ capacity: 1 })
    await transaction(async (tx) => {
      await tx.update(events).set({ approval: true, pendingHolds: true }).where(eq(events.id, event.id))
    })
    organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const [first, second] = [await registered(event), await registered(event)]
    expect([first.status, second.status]).toEqual(['pending', 'waiting'])
    expect((await seatState(event)).taken).toBe(1)
    await declineAttendee(organizer, first.attendeeId, 'no', NOW)
    expect(await statusOf(second.attendeeId)).toBe('confirmed')
    const [row] = await db()
      .select({ status: attendees.status })
      .from(attendees)
      .where(eq(attendees.id, first.attendeeId))
    expect(row?.status).toBe('declined')
  })
})

/** Everybody who may not decide here. */
async function others(): Promise<Actor[]> {
  const elsewhere = await makeEvent()
  return [
    ANONYMOUS,
    own(queue[0]),
    await makeUser([{ slug: event.slug, role: 'staff' }]),
    await makeUser([{ slug: elsewhere.slug, role: 'organizer' }]),
  ]
}
