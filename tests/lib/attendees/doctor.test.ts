import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { poolRules, seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { addLimit } from '#lib/attendees/mutations/limits'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { doctor } from '#lib/cli/doctor'
import { newId } from '#lib/ids'
import { recount } from '#lib/seats/mutations/recount'
import { makeEvent, makeInstitution, makeUser, NOW, registered, SYSTEM } from '#tests/setup/factories'
import { codeWith, invited } from '#tests/setup/invitations'

async function eventOfTwo() {
  const event = await makeEvent({ capacity: 1 })
  const [seated, waiting] = [await registered(event), await registered(event)]
  return { event, seated: seated.attendeeId, waiting: waiting.attendeeId }
}
const found = async (slug: string, now = NOW) =>
  (await diagnose(now)).filter((finding) => finding.event === slug).map(({ kind }) => kind)
const spoil = (work: Parameters<typeof transaction<void>>[0]) => transaction(work)

describe('the doctor', () => {
  it('finds nothing where nothing is wrong', async () => {
    const { event } = await eventOfTwo()
    expect(await found(event.slug)).toEqual([])
  })

  it.each<[string, (ids: Awaited<ReturnType<typeof eventOfTwo>>) => Promise<void>]>([
    [
      'count',
      ({ event }) =>
        spoil(
          async (tx) =>
            void (await tx.update(seatPools).set({ taken: 7, capacity: 7 }).where(eq(seatPools.eventId, event.id))),
        ),
    ],
    [
      'place-missing',
      ({ waiting }) =>
        spoil(async (tx) => void (await tx.delete(waitingPlaces).where(eq(waitingPlaces.attendeeId, waiting)))),
    ],
    [
      'place-left',
      ({ waiting }) =>
        spoil(
          async (tx) => void (await tx.update(attendees).set({ status: 'declined' }).where(eq(attendees.id, waiting))),
        ),
    ],
    [
      'offer-missing',
      ({ seated }) =>
        spoil(
          async (tx) => void (await tx.update(attendees).set({ status: 'offered' }).where(eq(attendees.id, seated))),
        ),
    ],
    [
      'seat-left',
      ({ seated }) =>
        spoil(
          async (tx) => void (await tx.update(attendees).set({ status: 'cancelled' }).where(eq(attendees.id, seated))),
        ),
    ],
    [
      'waits',
      ({ event }) =>
        spoil(
          async (tx) => void (await tx.update(seatPools).set({ capacity: 2 }).where(eq(seatPools.eventId, event.id))),
        ),
    ],
    [
      'above',
      ({ event }) =>
        spoil(
          async (tx) => void (await tx.update(seatPools).set({ capacity: 0 }).where(eq(seatPools.eventId, event.id))),
        ),
    ],
  ])('finds %s', async (kind, harm) => {
    const ids = await eventOfTwo()
    await harm(ids)
    expect(await found(ids.event.slug)).toEqual([kind])
  })

  it('finds a seat that is gone, and the count it leaves', async () => {
    const { event, seated } = await eventOfTwo()
    await spoil(async (tx) => void (await tx.delete(seats).where(eq(seats.attendeeId, seated))))
    expect((await found(event.slug)).toSorted()).toEqual(['count', 'seat-missing'])
  })

  it('finds a seat in a pool that does not apply, though there are as many as there must be', async () => {
    const event = await makeEvent()
    const limits = []
    for (const typeId of event.typeIds) {
      const set = await addLimit(SYSTEM, event.id, { subject: 'type', subjectIds: [typeId], capacity: 3 }, NOW)
      limits.push(set.ok ? set.value.limitId : '')
    }
    const { attendeeId } = await registered(event)
    expect(await found(event.slug)).toEqual([])
    const [right = '', wrong = ''] = limits
    await spoil(async (tx) => void (await tx.update(seats).set({ poolId: wrong }).where(eq(seats.poolId, right))))
    await recount(SYSTEM)
    const all = (await diagnose(NOW)).filter((finding) => finding.event === event.slug)
    expect(all.map(({ kind, id, text }) => [kind, id, text])).toEqual([
      ['seat-missing', attendeeId, `confirmed, but holds no seat in limit:${right}`],
      ['seat-left', attendeeId, `confirmed, but holds a seat in limit:${wrong}`],
    ])
  })

  it('finds a seat in the pool of another institution than one’s own', async () => {
    const event = await makeEvent()
    await addLimit(SYSTEM, event.id, { subject: 'institution', subjectIds: [], capacity: 3 }, NOW)
    const { attendeeId } = await registered(event)
    expect(await found(event.slug)).toEqual([])
    const institutionId = await makeInstitution()
    await spoil(
      async (tx) => void (await tx.update(attendees).set({ institutionId }).where(eq(attendees.id, attendeeId))),
    )
    expect(await found(event.slug)).toEqual(['seat-missing', 'seat-left'])
  })

  it('finds who waits though there is room, unless that is as it must be', async () => {
    const { event, waiting } = await eventOfTwo()
    const set = (change: Partial<typeof events.$inferInsert>) =>
      spoil(async (tx) => void (await tx.update(events).set(change).where(eq(events.id, event.id))))
    const hold = (heldById: string | null) =>
      spoil(
        async (tx) =>
          void (await tx.update(waitingPlaces).set({ heldById }).where(eq(waitingPlaces.attendeeId, waiting))),
      )
    await spoil(
      async (tx) => void (await tx.update(seatPools).set({ capacity: 2 }).where(eq(seatPools.eventId, event.id))),
    )
    expect(await found(event.slug)).toEqual(['waits'])
    await set({ waitingMode: 'manual' })
    expect(await found(event.slug)).toEqual([])
    await set({ waitingMode: 'offers' })
    expect(await found(event.slug)).toEqual(['waits'])
    await set({ promotionOwed: true })
    expect(await found(event.slug)).toEqual([])
    await set({ promotionOwed: false })
    await hold('somebody')
    expect(await found(event.slug)).toEqual([])
    await hold(null)
    expect(await found(event.slug)).toEqual(['waits'])
    expect(await found(event.slug, new Date('2027-04-26T00:00:00Z'))).toEqual([])
    // Another limit that is full.
    await spoil(async (tx) => {
      const poolId = newId()
      await tx.insert(seatPools).values({ id: poolId, eventId: event.id, key: `limit:${poolId}`, capacity: 0 })
      await tx.insert(poolRules).values({ id: newId(), eventId: event.id, poolId, subject: 'country', subjectId: 'KG' })
      await tx.insert(poolRules).values({ id: newId(), eventId: event.id, subject: 'institution', eachCapacity: 5 })
    })
    expect(await found(event.slug)).not.toContain('waits')
  })

  it('finds who waits for a place that is held for the code of an organization, and nobody else', async () => {
    const event = await makeEvent({ capacity: 1 })
    const code = await codeWith(event, 1)
    const { attendeeId, status } = await registered(event)
    expect([status, await found(event.slug)]).toEqual(['waiting', []])
    await spoil(
      async (tx) => void (await tx.update(attendees).set({ codeId: code.id }).where(eq(attendees.id, attendeeId))),
    )
    expect(await found(event.slug)).toEqual(['waits'])
  })

  it('says what to do', async () => {
    const { event } = await eventOfTwo()
    await spoil(
      async (tx) => void (await tx.update(seatPools).set({ capacity: 2 }).where(eq(seatPools.eventId, event.id))),
    )
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    expect(await doctor([])).toBe(1)
    const text = said.mock.calls.map(([line]) => String(line)).join('\n')
    said.mockRestore()
    expect(text).toContain(`WRONG  ${event.slug}  waits, though there is room in event`)
    expect(text).toContain('moves up when a limit of the event is saved')
  })

  it('finds what is held too little, too much, and for one that has ended', async () => {
    const event = await makeEvent({ capacity: 4 })
    const [guest, ended, code] = [await invited(event), await invited(event), await codeWith(event, 2)]
    expect(await found(event.slug)).toEqual([])
    await spoil(async (tx) => void (await tx.delete(seats).where(eq(seats.invitationId, guest.id))))
    await spoil(
      async (tx) =>
        void (await tx
          .update(invitations)
          .set({ outcome: 'declined', endedAt: NOW })
          .where(eq(invitations.id, ended.id))),
    )
    await spoil(async (tx) => void (await tx.update(seatPools).set({ capacity: 1 }).where(eq(seatPools.id, code.id))))
    await recount(SYSTEM)
    const all = (await diagnose()).filter((finding) => finding.event === event.slug)
    expect(Object.fromEntries(all.map(({ id, kind }) => [id, kind]))).toEqual({
      [guest.id]: 'hold-missing',
      [ended.id]: 'hold-left',
      [code.id]: 'hold-left',
    })
  })

  it('counts anew, for nobody but administrators', async () => {
    const { event } = await eventOfTwo()
    await spoil(
      async (tx) => void (await tx.update(seatPools).set({ taken: 0 }).where(eq(seatPools.eventId, event.id))),
    )
    expect(await recount(await makeUser([{ slug: event.slug, role: 'organizer' }]))).toEqual({
      ok: false,
      reason: 'forbidden',
    })
    expect(await found(event.slug)).toEqual(['count'])
    expect((await recount(SYSTEM)).ok).toBe(true)
    expect(await found(event.slug)).toEqual([])
  })
})
