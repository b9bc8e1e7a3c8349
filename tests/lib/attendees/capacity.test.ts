import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { capacityForm } from '#lib/events/schema/edit/registration'
import { check } from '#lib/input'
import { makeEvent, makeUser, NOW, registered, SYSTEM, seatState, type TestEvent } from '#tests/setup/factories'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

async function crowd(capacity: number | null, people: number) {
  const event = await makeEvent({ capacity })
  const ids: string[] = []
  for (let i = 0; i < people; i++) ids.push((await registered(event)).attendeeId)
  return { event, ids, organizer: await organizerOf(event) }
}

describe('the capacity of an event', () => {
  it('raised lets those who wait move up in their order, and they are told', async () => {
    const { event, ids, organizer } = await crowd(1, 4)
    const result = await setCapacity(organizer, event.id, 3, 1, NOW)
    expect(result).toEqual({ ok: true, value: { changed: true, promoted: [ids[1], ids[2]] } })
    const state = await seatState(event)
    expect([state.taken, state.queue]).toEqual([3, [ids[3]]])
    const letters = await db()
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(eq(outbox.attendeeId, ids[1] as string))
    expect(letters.map((letter) => letter.kind)).toContain('promoted')
    expect((await historyOf(event.id))[0]).toMatchObject({
      verb: 'event.edit',
      before: { capacity: 1 },
      after: { capacity: 3 },
    })
  })

  it('without a limit lets everybody in', async () => {
    const { event, organizer } = await crowd(0, 3)
    await setCapacity(organizer, event.id, null, 0, NOW)
    expect(await seatState(event)).toMatchObject({ capacity: null, taken: 3, queue: [] })
  })

  it('lowered below what is taken takes nothing from anybody, and gives nothing more', async () => {
    const { event, organizer } = await crowd(3, 3)
    expect((await setCapacity(organizer, event.id, 2, 3, NOW)).ok).toBe(true)
    expect(await seatState(event)).toMatchObject({ capacity: 2, taken: 3, waiting: [] })
    expect((await registered(event)).status).toBe('waiting')
  })

  it('promotes nobody once the event is over', async () => {
    const { event, organizer } = await crowd(1, 2)
    const result = await setCapacity(organizer, event.id, 2, 1, new Date('2027-05-01T00:00:00Z'))
    expect(result).toEqual({ ok: true, value: { changed: true, promoted: [] } })
  })

  it('is not overwritten by somebody who did not see it', async () => {
    const { event, organizer } = await crowd(5, 0)
    await setCapacity(await organizerOf(event), event.id, 6, 5, NOW)
    expect(await setCapacity(organizer, event.id, 7, 5, NOW)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await setCapacity(organizer, event.id, 6, 6, NOW)).toEqual({
      ok: true,
      value: { changed: false, promoted: [] },
    })
  })

  it('is for organizers of this event alone', async () => {
    const { event } = await crowd(1, 2)
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ])
      expect(await setCapacity(actor, event.id, 2, 1, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await seatState(event)).toMatchObject({ capacity: 1, taken: 1 })
    expect((await setCapacity(SYSTEM, event.id, 2, 1, NOW)).ok).toBe(true)
  })

  it.each([
    ['', null],
    ['0', 0],
    ['52', 52],
    ['-1', 'number'],
    ['many', 'number'],
    ['1.5', 'number'],
  ])('typed as %j is %j', (capacity, expected) => {
    const checked = check(capacityForm, { capacity })
    expect(checked.ok ? checked.value.capacity : checked.errors.capacity).toBe(expected)
  })
})
