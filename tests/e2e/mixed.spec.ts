import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { seatPools, seats } from '#db/schema/seats'
import { broken } from './support/invariants.ts'
import {
  type Answers,
  HELD,
  LAST_CAPACITY,
  type MixedWorld,
  makeMixedWorld,
  OVERRIDES,
  sendMixed,
} from './support/mixed.ts'
import type { TestEvent } from './support/person.ts'
import { secondServer, within } from './support/second-server.ts'
import { expect, test } from './support/test.ts'

test('1,000 requests of every kind at once keep every limit, the queue and the count of seats', async ({ baseURL }) => {
  test.setTimeout(240_000)
  const world = await makeMixedWorld(baseURL ?? '')
  const answers = await sendMixed(world)
  await settled(world)
  const all = [...answers.values()].flat()
  expect(all).toHaveLength(1000)
  expect(all.filter(({ status }) => status >= 400)).toEqual([])
  expect(await broken(world.capped)).toEqual([])
  expect(await broken(world.approving)).toEqual([])
  await everybodyIsThere(world, answers)
})

test('the same requests oversell where the claim is not guarded', async () => {
  test.setTimeout(240_000)
  const server = await secondServer({ loaded: 'tests/e2e/support/unguarded.ts' })
  try {
    const faults = await within(server, async () => {
      const world = await makeMixedWorld(server.base)
      const unguarded = once(server.process(), 'message')
      server.process().send('unguarded')
      await unguarded
      await sendMixed(world)
      await settled(world)
      return broken(world.capped)
    })
    expect(faults.join('\n')).toContain('oversold')
  } finally {
    await server.remove()
  }
})

/** Nobody is owed a place any more. */
const settled = (world: MixedWorld) =>
  expect
    .poll(async () => Promise.all([world.capped, world.approving].map(isOwed)), { timeout: 20_000 })
    .toEqual([false, false])

async function isOwed({ id }: TestEvent): Promise<boolean | undefined> {
  const [event] = await db().select({ owed: events.promotionOwed }).from(events).where(eq(events.id, id))
  return event?.owed
}

async function everybodyIsThere(world: MixedWorld, answers: Answers): Promise<void> {
  const people = await db().select().from(attendees).where(eq(attendees.eventId, world.capped.id))
  const by = (start: string) => people.filter(({ emailKey }) => emailKey.startsWith(start))
  const accepted = (kind: string) => answers.get(kind)?.filter(({ location }) => location?.includes('/r/')) ?? []
  expect(by('mixed')).toHaveLength(580)
  expect(accepted('register')).toHaveLength(580)
  expect(by('twice')).toHaveLength(1)
  const same = [...accepted('same form'), ...accepted('same address')]
  expect(new Set(same.map(({ location }) => location)).size).toBe(1)

  // Those who are invited come to what was held for them; a code brings as many as it has places.
  expect(by('came').filter(({ status }) => status === 'confirmed')).toHaveLength(HELD.invitations)
  const ended = await db().select().from(invitations).where(eq(invitations.eventId, world.capped.id))
  expect(ended.map(({ outcome }) => outcome)).toEqual(ended.map(() => 'accepted'))
  expect(by('coded')).toHaveLength(HELD.code)
  const pools = await db().select().from(seatPools).where(eq(seatPools.eventId, world.capped.id))
  expect(pools.find(({ id }) => id === world.codeId)).toMatchObject({ capacity: HELD.code, taken: HELD.code })
  expect(await db().select().from(seats).where(eq(seats.codeId, world.codeId))).toEqual([])

  const whole = pools.find(({ key }) => key === 'event')
  expect(whole?.capacity).toBe(LAST_CAPACITY)
  expect(whole?.taken).toBeGreaterThanOrEqual(LAST_CAPACITY)
  expect(whole?.taken).toBeLessThanOrEqual(LAST_CAPACITY + OVERRIDES)
  const decided = await db().select().from(attendees).where(eq(attendees.eventId, world.approving.id))
  const withStatus = (status: string) => decided.filter((person) => person.status === status)
  expect(withStatus('declined')).toHaveLength(40)
  expect(withStatus('confirmed')).toHaveLength(40)
  expect(withStatus('pending')).toHaveLength(120)
}
