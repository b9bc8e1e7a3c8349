import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { poolRules, seatPools } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { publicEvent } from '#lib/events/queries/event'
import { newId } from '#lib/ids'
import { type PoolRule, poolsFor } from '#lib/seats/policy'
import { miscounted } from '#lib/seats/queries'
import {
  makeEvent,
  makeInstitution,
  NOW,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'

const rule = (change: Partial<PoolRule>): PoolRule => ({
  id: 'r',
  poolId: null,
  subject: 'event',
  subjectId: null,
  eachCapacity: null,
  ...change,
})
const facts = { typeId: 't1', institutionId: 'i1', countryCode: 'KG' }

describe('poolsFor', () => {
  it.each<[string, PoolRule[], unknown[]]>([
    ['nothing without rules', [], []],
    ['the event', [rule({ poolId: 'e' })], [{ poolId: 'e' }]],
    ['a type that is the person’s', [rule({ poolId: 'p', subject: 'type', subjectId: 't1' })], [{ poolId: 'p' }]],
    ['not another type', [rule({ poolId: 'p', subject: 'type', subjectId: 't2' })], []],
    [
      'two types together, once',
      [
        rule({ poolId: 'p', subject: 'type', subjectId: 't1' }),
        rule({ id: 's', poolId: 'p', subject: 'country', subjectId: 'KG' }),
      ],
      [{ poolId: 'p' }],
    ],
    ['one for each institution', [rule({ subject: 'institution', eachCapacity: 3 })], [{ key: 'r:i1', capacity: 3 }]],
    [
      'an exception by name instead of the rule for each',
      [
        rule({ subject: 'institution', eachCapacity: 3 }),
        rule({ id: 's', poolId: 'x', subject: 'institution', subjectId: 'i1' }),
      ],
      [{ poolId: 'x' }],
    ],
    ['no option that was not chosen', [rule({ poolId: 'w', subject: 'option', subjectId: 'o1' })], []],
  ])('%s', (_, rules, wanted) => expect(poolsFor(rules, facts)).toEqual(wanted))
})

async function limit(
  event: TestEvent,
  subject: 'type' | 'institution' | 'country',
  capacity: number,
  subjectId?: string,
): Promise<string | null> {
  return transaction(async (tx) => {
    if (subjectId === undefined) {
      await tx.insert(poolRules).values({ id: newId(), eventId: event.id, subject, eachCapacity: capacity })
      return null
    }
    const poolId = newId()
    await tx.insert(seatPools).values({ id: poolId, eventId: event.id, key: `${subject}:${subjectId}`, capacity })
    await tx.insert(poolRules).values({ id: newId(), eventId: event.id, poolId, subject, subjectId })
    return poolId
  })
}

describe('several limits', () => {
  it('take a seat in each pool or in none', async () => {
    const event = await makeEvent({ capacity: 5 })
    const poolId = await limit(event, 'type', 1, event.typeIds[0] as string)
    expect((await registered(event)).status).toBe('confirmed')
    expect((await registered(event)).status).toBe('waiting')
    expect((await registered(event, { typeId: event.typeIds[1] as string })).status).toBe('confirmed')
    const pools = await db().select().from(seatPools).where(eq(seatPools.eventId, event.id))
    expect(Object.fromEntries(pools.map((pool) => [pool.key, pool.taken]))).toEqual({
      event: 2,
      [`type:${event.typeIds[0]}`]: 1,
    })
    expect(poolId).not.toBeNull()
    expect(await miscounted()).toEqual([])
  })

  it('for each institution appear when first needed', async () => {
    const event = await makeEvent({ capacity: 10 })
    await limit(event, 'institution', 2)
    const other = await makeInstitution()
    const statuses = []
    for (const institutionId of [event.institutionId, event.institutionId, event.institutionId, other])
      statuses.push((await registered(event, { institutionId })).status)
    expect(statuses).toEqual(['confirmed', 'confirmed', 'waiting', 'confirmed'])
  })

  it('somebody whom another pool blocks does not stall those behind', async () => {
    const event = await makeEvent({ capacity: 2 })
    await limit(event, 'institution', 1)
    const [b, c] = [await makeInstitution(), await makeInstitution()]
    const first = await registered(event)
    const second = await registered(event, { institutionId: b })
    const blocked = await registered(event)
    const behind = await registered(event, { institutionId: c })
    await cancelAttendee(participantOf(event, second.attendeeId), second.attendeeId, '', NOW)
    expect(await Promise.all([first, blocked, behind].map((one) => statusOf(one.attendeeId)))).toEqual([
      'confirmed',
      'waiting',
      'confirmed',
    ])
    await cancelAttendee(participantOf(event, first.attendeeId), first.attendeeId, '', NOW)
    expect(await statusOf(blocked.attendeeId)).toBe('confirmed')
    expect(await miscounted()).toEqual([])
  })

  it('an event without a cap admits everybody', async () => {
    const event = await makeEvent({ capacity: null })
    for (let i = 0; i < 5; i++) expect((await registered(event)).status).toBe('confirmed')
    expect((await publicEvent(event.slug, 'en'))?.places).toEqual({ capacity: null, taken: 5, waiting: 0 })
  })
})

describe('any order of registering and cancelling', () => {
  it('keeps count, cap and order', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.nat({ max: 9 }), { maxLength: 25 }),
        async (capacity, steps) => {
          const event = await makeEvent({ capacity })
          const queue: string[] = []
          const seated: string[] = []
          for (const step of steps) {
            const everybody = [...seated, ...queue]
            if (step < 6 || everybody.length === 0) {
              const { attendeeId, status } = await registered(event)
              expect(status).toBe(seated.length < capacity ? 'confirmed' : 'waiting')
              ;(status === 'confirmed' ? seated : queue).push(attendeeId)
            } else {
              const id = everybody[step % everybody.length] as string
              await cancelAttendee(participantOf(event, id), id, '', NOW)
              const list = seated.includes(id) ? seated : queue
              list.splice(list.indexOf(id), 1)
              if (list === seated && queue.length > 0) seated.push(queue.shift() as string)
            }
            const state = await seatState(event)
            expect(state.taken).toBe(seated.length)
            expect(state.seats.slice().sort()).toEqual(seated.slice().sort())
            expect(state.queue).toEqual(queue)
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
