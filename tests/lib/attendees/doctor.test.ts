import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitations } from '#db/schema/invitations'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { recount } from '#lib/seats/mutations/recount'
import { makeEvent, makeUser, NOW, registered, SYSTEM } from '#tests/setup/factories'
import { codeWith, invited } from '#tests/setup/invitations'

async function eventOfTwo() {
  const event = await makeEvent({ capacity: 1 })
  const [seated, waiting] = [await registered(event), await registered(event)]
  return { event, seated: seated.attendeeId, waiting: waiting.attendeeId }
}
const found = async (slug: string) =>
  (await diagnose()).filter((finding) => finding.event === slug).map(({ kind }) => kind)
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
            void (await tx.update(seatPools).set({ taken: 7, capacity: 9 }).where(eq(seatPools.eventId, event.id))),
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
