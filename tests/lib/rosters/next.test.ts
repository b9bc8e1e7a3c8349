import { expect, test } from 'vitest'
import { transaction } from '#db/client'
import { poolRules } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { putOnWaitingList } from '#lib/attendees/mutations/decide'
import { newId } from '#lib/ids'
import { endCode } from '#lib/invitations/mutations/codes'
import { nextInLine } from '#lib/rosters/policy/next'
import { poolFacts, successor } from '#lib/rosters/queries/seats'
import { makeEvent, makeInstitution, makeUser, NOW, registered, type TestEvent } from '#tests/setup/factories'
import { came, codeWith } from '#tests/setup/invitations'

const rule = (poolId: string | null, subject: 'event' | 'institution', subjectId: string | null = null) => ({
  id: 'rule',
  poolId,
  subject,
  subjectId,
  eachCapacity: poolId ? null : 1,
})
const pool = (id: string, key: string, capacity: number | null, taken: number) => ({ id, key, capacity, taken })
const person = (id: string, institutionId = 'i') => ({ id, typeId: 't', institutionId, countryCode: 'KG' })

test('the first whom every pool has room for is next', () => {
  const rules = [rule('e', 'event'), rule(null, 'institution')]
  const pools = [pool('e', 'event', 2, 2), pool('p1', 'rule:i1', 1, 1), pool('p2', 'rule:i2', 1, 1)]
  const waiting = [person('a', 'i1'), person('b', 'i2'), person('c', 'i3')]
  expect(nextInLine(rules, pools, ['e', 'p1'], waiting)?.id).toBe('a')
  expect(nextInLine(rules, pools, ['e', 'p2'], waiting)?.id).toBe('b')
  expect(nextInLine(rules, pools, ['e'], waiting)?.id).toBe('c')
  expect(nextInLine(rules, pools, ['p1'], waiting)).toBeUndefined()
  expect(nextInLine(rules, [pool('e', 'event', null, 9)], [], waiting)?.id).toBe('a')
})

test('a capacity lowered below what is taken lets nobody in', () => {
  expect(nextInLine([rule('e', 'event')], [pool('e', 'event', 2, 4)], ['e'], [person('a')])).toBeUndefined()
})

const limitPerInstitution = (event: TestEvent, eachCapacity: number) =>
  transaction(async (tx) => {
    await tx
      .insert(poolRules)
      .values({ id: newId(), eventId: event.id, poolId: null, subject: 'institution', subjectId: null, eachCapacity })
  })

test('what is foretold is what happens', async () => {
  const event = await makeEvent({ capacity: 3 })
  await limitPerInstitution(event, 2)
  const other = await makeInstitution()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const first = await registered(event)
  await registered(event)
  // The third of one institution is blocked by its limit; the fourth person finds the event full.
  const blocked = await registered(event)
  const third = await registered(event, { institutionId: other })
  const fourth = await registered(event, { institutionId: other })
  expect([blocked.status, third.status, fourth.status]).toEqual(['waiting', 'confirmed', 'waiting'])

  for (const leaving of [third, first]) {
    const next = await successor(organizer, event.id, leaving.attendeeId)
    const cancelled = await cancelAttendee(organizer, leaving.attendeeId, 'test', NOW)
    const promoted = cancelled.ok ? cancelled.value.promoted : []
    expect(next).toEqual({ id: promoted[0] })
  }
})

test('who holds no place, who waits alone and who is held back', async () => {
  const event = await makeEvent({ capacity: 1 })
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const seated = await registered(event)
  expect(await successor(organizer, event.id, seated.attendeeId)).toBe('none-waits')
  const waiting = await registered(event)
  expect(await successor(organizer, event.id, waiting.attendeeId)).toBe('no-seat')
  await putOnWaitingList(organizer, seated.attendeeId, 'held', NOW)
  // The place went to the one who waited; the one put back is passed over.
  expect(await successor(organizer, event.id, waiting.attendeeId)).toBe('none-waits')
})

test('an organizer of another event learns nothing of limits and queues', async () => {
  const event = await makeEvent({ capacity: 1 })
  const elsewhere = await makeEvent()
  const stranger = await makeUser([{ slug: elsewhere.slug, role: 'organizer' }])
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  const seated = await registered(event)
  await registered(event)
  expect(await successor(stranger, event.id, seated.attendeeId)).toBe('no-seat')
  expect(await poolFacts(stranger, event.id, 'event')).toBeNull()
  expect(await poolFacts(staff, event.id, 'event')).toEqual({ subject: 'event', subjectId: null, capacity: 1 })
})

test('a limit made when first needed says for whom it is', async () => {
  const event = await makeEvent({ capacity: 9 })
  await limitPerInstitution(event, 1)
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  await registered(event)
  const blocked = await registered(event)
  const { attendeeRecord } = await import('#lib/attendees/queries/one')
  const record = await attendeeRecord(organizer, event.id, blocked.attendeeId)
  const facts = await poolFacts(organizer, event.id, record?.wait?.blockedBy ?? '')
  expect(facts).toEqual({ subject: 'institution', subjectId: event.institutionId, capacity: 1 })
})

test('a place of an organization’s code goes back to it, not to the next', async () => {
  const event = await makeEvent({ capacity: 2 })
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const { id, code } = await codeWith(event, 1)
  const mine = await came(event, { code })
  const attendeeId = mine.ok ? mine.value.attendeeId : ''
  const other = await registered(event)
  const waiting = await registered(event)
  expect(await successor(organizer, event.id, attendeeId)).toBe('nobody')
  expect(await successor(organizer, event.id, other.attendeeId)).toEqual({ id: waiting.attendeeId })
  await endCode(organizer, id, NOW)
  expect(await successor(organizer, event.id, attendeeId)).toEqual({ id: waiting.attendeeId })
})
