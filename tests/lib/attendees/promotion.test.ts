import { and, asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { offers } from '#db/schema/seats'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { addLimit } from '#lib/attendees/mutations/limits'
import { STEP } from '#lib/attendees/mutations/promote'
import { promoteOwed, promoteRest } from '#lib/attendees/mutations/promote-rest'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  registered,
  seatState,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'

it('as many as fit into one step move up within the act that made room', async () => {
  const { event, organizer, waiting } = await fullEvent(STEP)
  const result = await setCapacity(organizer, event.id, 1 + STEP, 1, NOW)
  expect(result).toMatchObject({ ok: true, value: { promoted: waiting } })
  expect(await isOwed(event)).toBe(false)
})

it('more move up in steps, in their order, each once, and nobody is skipped', async () => {
  const { event, organizer, waiting } = await fullEvent(2 * STEP + 15)
  const result = await setCapacity(organizer, event.id, 2 * STEP + 11, 1, NOW)
  expect(result).toMatchObject({ ok: true, value: { promoted: waiting.slice(0, STEP) } })
  expect(await isOwed(event)).toBe(true)
  expect(await faults(event)).toEqual([])

  // Whoever comes before the rest has moved up stands behind them, although there are free places.
  const late = await registered(event)
  expect(late.status).toBe('waiting')
  expect(await promoteOwed(NOW)).toBe(STEP + 10)
  const state = await seatState(event)
  expect(state.queue).toEqual([...waiting.slice(2 * STEP + 10), late.attendeeId])
  expect(state).toMatchObject({ taken: 2 * STEP + 11, capacity: 2 * STEP + 11 })
  expect(await movedUp(event)).toEqual(waiting.slice(0, 2 * STEP + 10))
  expect((await told(event)).toSorted()).toEqual(waiting.slice(0, 2 * STEP + 10).toSorted())
  expect(await isOwed(event)).toBe(false)
  expect(await faults(event)).toEqual([])
  expect(await promoteOwed(NOW)).toBe(0)
})

it('without the mark, somebody who comes between two steps overtakes those who wait', async () => {
  const { event, organizer } = await fullEvent(STEP + 5)
  await setCapacity(organizer, event.id, STEP + 4, 1, NOW)
  await transaction(async (tx) => {
    await tx.update(events).set({ promotionOwed: false }).where(eq(events.id, event.id))
  })
  expect((await registered(event)).status).toBe('confirmed')
})

it('whom another limit blocks does not hold up those behind, however far behind they stand', async () => {
  const { event, organizer } = await fullEvent(0)
  const [crowded, other] = [await makeInstitution(), await makeInstitution()]
  const limit = { subject: 'institution' as const, subjectIds: [crowded], capacity: 0 }
  expect((await addLimit(organizer, event.id, limit, NOW)).ok).toBe(true)
  const blocked: string[] = []
  for (let i = 0; i < STEP + 20; i++) blocked.push((await registered(event, { institutionId: crowded })).attendeeId)
  const free: string[] = []
  for (let i = 0; i < STEP + 3; i++) free.push((await registered(event, { institutionId: other })).attendeeId)
  const result = await setCapacity(organizer, event.id, 500, 1, NOW)
  expect(result).toMatchObject({ ok: true, value: { promoted: free.slice(0, STEP) } })
  expect(await promoteRest(event.id, NOW)).toBe(3)
  expect((await seatState(event)).queue).toEqual(blocked)
  expect(await isOwed(event)).toBe(false)
})

it('offers are made in steps too', async () => {
  const { event, organizer, waiting } = await fullEvent(STEP + 4)
  await setMode(event, 'offers')
  await setCapacity(organizer, event.id, STEP + 3, 1, NOW)
  expect(await promoteOwed(NOW)).toBe(2)
  const open = await db()
    .select({ id: offers.attendeeId })
    .from(offers)
    .innerJoin(attendees, eq(attendees.id, offers.attendeeId))
    .where(eq(attendees.eventId, event.id))
  expect(open.map(({ id }) => id).toSorted()).toEqual(waiting.slice(0, STEP + 2).toSorted())
  expect(await faults(event)).toEqual([])
})

it('where places are given by hand from now on, nothing is owed', async () => {
  const { event, organizer, waiting } = await fullEvent(STEP + 4)
  await setCapacity(organizer, event.id, STEP + 3, 1, NOW)
  await setMode(event, 'manual')
  expect(await promoteOwed(NOW)).toBe(0)
  expect(await isOwed(event)).toBe(false)
  expect(await statusOf(waiting[STEP] ?? '')).toBe('waiting')
})

/** An event for one, which has come, with others who wait, in their order. */
async function fullEvent(others: number) {
  const event = await makeEvent({ capacity: 1 })
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  await registered(event)
  const waiting: string[] = []
  for (let i = 0; i < others; i++) waiting.push((await registered(event)).attendeeId)
  return { event, organizer, waiting }
}

async function isOwed({ id }: TestEvent): Promise<boolean | undefined> {
  const [row] = await db().select({ owed: events.promotionOwed }).from(events).where(eq(events.id, id))
  return row?.owed
}

const setMode = (event: TestEvent, waitingMode: 'offers' | 'manual') =>
  transaction(async (tx) => {
    await tx.update(events).set({ waitingMode }).where(eq(events.id, event.id))
  })

async function movedUp({ id }: TestEvent): Promise<(string | null)[]> {
  const rows = await db()
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(and(eq(auditEntries.eventId, id), eq(auditEntries.verb, 'attendee.promote')))
    .orderBy(asc(auditEntries.id))
  return rows.map((row) => row.id)
}

async function told({ id }: TestEvent): Promise<string[]> {
  const rows = await db()
    .select({ id: attendees.id })
    .from(outbox)
    .innerJoin(attendees, eq(attendees.id, outbox.attendeeId))
    .where(and(eq(attendees.eventId, id), eq(outbox.kind, 'promoted')))
  return rows.map((row) => row.id)
}

const faults = async ({ slug }: TestEvent) => (await diagnose()).filter((finding) => finding.event === slug)
