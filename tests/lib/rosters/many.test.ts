import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { cancelMany } from '#lib/attendees/mutations/cancel-many'
import { decideMany } from '#lib/attendees/mutations/decide'
import { addLimit } from '#lib/attendees/mutations/limits'
import { attendeeList } from '#lib/attendees/schema/list'
import { ANONYMOUS } from '#lib/auth/actor'
import type { ManyAct } from '#lib/rosters/policy/many'
import { foreseen } from '#lib/rosters/queries/chosen'
import { makeEvent, makeInstitution, makeUser, NOW, participantOf, registered, statusOf } from '#tests/setup/factories'

const EVERYBODY = attendeeList.parse({})
const organizerOf = (event: { slug: string }) => makeUser([{ slug: event.slug, role: 'organizer' }])

/** So many applied, for so many places, where seats are given by a decision. */
async function applicants(n: number, capacity: number) {
  const event = await makeEvent({ capacity })
  await transaction(async (tx) => {
    await tx.update(events).set({ approval: true }).where(eq(events.id, event.id))
  })
  const ids: string[] = []
  for (let i = 0; i < n; i++) ids.push((await registered(event)).attendeeId)
  return { event, ids, organizer: await organizerOf(event) }
}

const foretold = async (...args: Parameters<typeof foreseen>) => {
  const { will, cannot } = await foreseen(...args)
  return { will: will.map(({ id }) => id), cannot: cannot.map(({ person }) => person.id) }
}
const chosen = (ids: readonly string[]) => ({ ids, all: false, list: EVERYBODY })

describe('a decision about many', () => {
  it('does what was foretold, also where limits stand in the way', async () => {
    const { event, ids, organizer } = await applicants(5, 3)
    await addLimit(organizer, event.id, { subject: 'institution', subjectIds: [], capacity: 2 }, NOW)
    const elsewhere = (await registered(event, { institutionId: await makeInstitution() })).attendeeId
    const all = [elsewhere, ...ids]
    const told = await foretold(organizer, event.id, 'confirm', chosen(all))
    expect(told).toEqual({ will: [ids[0], ids[1], elsewhere], cannot: ids.slice(2) })
    const result = await decideMany(organizer, told.will, 'confirm', '', NOW)
    expect(result).toMatchObject({ ok: true, value: { decided: told.will, refused: [] } })
    // Control: those foretold to be refused are.
    const refused = await decideMany(organizer, told.cannot, 'confirm', '', NOW)
    expect(refused.ok && refused.value.refused.map(({ reason }) => reason)).toEqual(['full', 'full', 'full'])
  })

  it('reaches all whom the list finds, and tells those it cannot be done to', async () => {
    const { event, ids, organizer } = await applicants(4, 50)
    await decideMany(organizer, ids.slice(0, 1), 'confirm', '', NOW)
    const pending = { ids: [], all: true, list: attendeeList.parse({ status: 'pending' }) }
    expect(await foretold(organizer, event.id, 'decline', pending)).toEqual({ will: ids.slice(1), cannot: [] })
    expect(await foretold(organizer, event.id, 'decline', { ...pending, list: EVERYBODY })).toEqual({
      will: ids.slice(1),
      cannot: ids.slice(0, 1),
    })
  })

  it('has another stamp once somebody decided or came', async () => {
    const { event, ids, organizer } = await applicants(2, 50)
    const all = { ids: [], all: true, list: EVERYBODY }
    const stamp = async () => (await foreseen(organizer, event.id, 'confirm', all)).stamp
    const first = await stamp()
    expect(await stamp()).toBe(first)
    await decideMany(organizer, ids.slice(0, 1), 'decline', '', NOW)
    const second = await stamp()
    await registered(event)
    expect(new Set([first, second, await stamp()]).size).toBe(3)
  })

  it('cancels those who wait first, so that nobody moves up to be cancelled', async () => {
    const event = await makeEvent({ capacity: 1 })
    const organizer = await organizerOf(event)
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await registered(event)).attendeeId)
    const [seated, first, second] = ids as [string, string, string]
    const { will } = await foretold(organizer, event.id, 'cancel', chosen([seated, first]))
    expect(will).toEqual([first, seated])
    expect(await cancelMany(organizer, will, 'Called off', NOW)).toEqual({
      ok: true,
      value: { decided: [first, seated], refused: [], promoted: [second] },
    })
    expect(await cancelMany(organizer, [seated], 'Again', NOW)).toMatchObject({
      value: { decided: [], refused: [{ id: seated, reason: 'not-possible' }] },
    })
    expect(await cancelMany(organizer, [second], ' ', NOW)).toEqual({ ok: false, reason: 'no-reason' })
  })

  it('is for the organizers of the event', async () => {
    const { event, ids } = await applicants(2, 50)
    const other = await organizerOf(await makeEvent())
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    for (const actor of [ANONYMOUS, participantOf(event, ids[0] ?? ''), staff, other]) {
      for (const act of ['confirm', 'decline', 'cancel'] satisfies ManyAct[])
        expect(await foretold(actor, event.id, act, chosen(ids))).toEqual({ will: [], cannot: [] })
      const result = await cancelMany(actor, ids, 'Why', NOW)
      if (result.ok) expect(result.value.refused.map(({ reason }) => reason)).toEqual(['not-found', 'not-found'])
      else expect(result.reason).toBe('not-found')
    }
    expect(await Promise.all(ids.map(statusOf))).toEqual(['pending', 'pending'])
  })
})
