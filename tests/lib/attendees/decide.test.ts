import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees, cancellations } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { outbox } from '#db/schema/outbox'
import { seatPools } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { confirmAttendee, putOnWaitingList } from '#lib/attendees/mutations/decide'
import { register } from '#lib/attendees/mutations/register'
import { correction } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { linkMatches, linkToken, readLink } from '#lib/auth/link'
import { participantWith } from '#lib/auth/queries'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'

const lastAudit = async (id: string) =>
  (
    await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(desc(auditEntries.id)).limit(1)
  )[0]
const lastMessage = async (id: string) =>
  (
    await db()
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(eq(outbox.attendeeId, id))
      .orderBy(desc(outbox.id))
      .limit(1)
  )[0]?.kind

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

async function fullEvent(waiting: number) {
  const event = await makeEvent({ capacity: 1 })
  const seated = await registered(event)
  const queue: string[] = []
  for (let i = 0; i < waiting; i++) queue.push((await registered(event)).attendeeId)
  return { event, seated: seated.attendeeId, queue, organizer: await organizerOf(event) }
}

async function formOf(attendeeId: string, change: Record<string, string> = {}) {
  const [row] = await db().select().from(attendees).where(eq(attendees.id, attendeeId))
  if (!row) throw new Error('nobody')
  return correction.parse({ ...row, institution: 'University', revision: String(row.revision), ...change })
}

describe('cancelling', () => {
  it('gives the seat to the first who waits, in the same act', async () => {
    const { event, seated, queue } = await fullEvent(2)
    const result = await cancelAttendee(participantOf(event, seated), seated, 'ill', NOW)
    expect(result).toEqual({ ok: true, value: { promoted: [queue[0]] } })
    expect(await Promise.all([seated, ...queue].map(statusOf))).toEqual(['cancelled', 'confirmed', 'waiting'])
    const state = await seatState(event)
    expect([state.taken, state.seats, state.queue]).toEqual([1, [queue[0]], [queue[1]]])
    expect(await lastMessage(queue[0] as string)).toBe('promoted')
    expect(await lastAudit(seated)).toMatchObject({
      verb: 'attendee.cancel',
      reason: 'ill',
      before: { status: 'confirmed' },
      after: { status: 'cancelled' },
    })
    expect(await lastAudit(queue[0] as string)).toMatchObject({ verb: 'attendee.promote', actorKind: 'system' })
  })

  it('twice changes nothing', async () => {
    const { event, seated, queue } = await fullEvent(2)
    await cancelAttendee(participantOf(event, seated), seated, '', NOW)
    expect(await cancelAttendee(participantOf(event, seated), seated, '', NOW)).toEqual({
      ok: true,
      value: { promoted: [] },
    })
    expect(await db().select().from(cancellations).where(eq(cancellations.attendeeId, seated))).toHaveLength(1)
    expect((await seatState(event)).queue).toEqual([queue[1]])
  })

  it('of somebody who waits frees no seat', async () => {
    const { event, seated, queue } = await fullEvent(2)
    await cancelAttendee(participantOf(event, queue[0] as string), queue[0] as string, '', NOW)
    const state = await seatState(event)
    expect([state.seats, state.queue]).toEqual([[seated], [queue[1]]])
  })

  it('is not for participants after the event', async () => {
    const { event, seated, organizer } = await fullEvent(0)
    const after = new Date('2027-04-24T18:00:00Z')
    expect(await cancelAttendee(participantOf(event, seated), seated, '', after)).toEqual({
      ok: false,
      reason: 'ended',
    })
    expect((await cancelAttendee(organizer, seated, 'never came', after)).ok).toBe(true)
  })

  it('after the event promotes nobody', async () => {
    const { seated, queue, organizer } = await fullEvent(1)
    await cancelAttendee(organizer, seated, '', new Date('2027-05-01T00:00:00Z'))
    expect(await statusOf(queue[0] as string)).toBe('waiting')
  })
})

describe('confirming', () => {
  it('is refused while the event is full, with the pool, and takes a seat when there is one', async () => {
    const { event, seated, queue, organizer } = await fullEvent(2)
    const last = queue[1] as string
    expect(await confirmAttendee(organizer, last, NOW)).toMatchObject({
      ok: false,
      reason: 'full',
      poolId: expect.any(String),
    })
    await putOnWaitingList(organizer, seated, 'late', NOW)
    expect(await statusOf(queue[0] as string)).toBe('confirmed')
    expect(await confirmAttendee(organizer, last, NOW)).toMatchObject({ reason: 'full' })
    await cancelAttendee(organizer, queue[0] as string, 'no', NOW)
    expect(await statusOf(last)).toBe('confirmed')
    expect((await seatState(event)).taken).toBe(1)
  })

  it('brings back somebody who cancelled', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event)
    await cancelAttendee(organizer, attendeeId, 'mistake', NOW)
    expect(await confirmAttendee(organizer, attendeeId, NOW)).toEqual({ ok: true, value: undefined })
    expect((await seatState(event)).seats).toEqual([attendeeId])
    expect(await confirmAttendee(organizer, attendeeId, NOW)).toEqual({ ok: false, reason: 'not-possible' })
  })
})

describe('putting on the waiting list', () => {
  it('frees the seat for the next, and the one put back is passed over from then on', async () => {
    const { event, seated, queue, organizer } = await fullEvent(1)
    const result = await putOnWaitingList(organizer, seated, 'partners first', NOW)
    expect(result).toEqual({ ok: true, value: { promoted: queue } })
    expect(await lastAudit(seated)).toMatchObject({
      verb: 'attendee.wait',
      reason: 'partners first',
      actorId: organizer.userId,
    })
    await cancelAttendee(organizer, queue[0] as string, '', NOW)
    expect(await statusOf(seated)).toBe('waiting')
    expect((await seatState(event)).taken).toBe(0)
    expect(await confirmAttendee(organizer, seated, NOW)).toMatchObject({ ok: true })
    expect((await seatState(event)).queue).toEqual([])
  })
})

describe('correcting', () => {
  it('writes what changed, before and after, and folds the search anew', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event, { familyName: 'Bekowa' })
    expect(
      await correctAttendee(
        organizer,
        attendeeId,
        await formOf(attendeeId, { familyName: 'Bekova', nativeName: 'Гүлнара Бекова' }),
        NOW,
      ),
    ).toMatchObject({ ok: true })
    expect(await lastAudit(attendeeId)).toMatchObject({
      verb: 'attendee.correct',
      before: { familyName: 'Bekowa', nativeName: '' },
      after: { familyName: 'Bekova', nativeName: 'Гүлнара Бекова' },
    })
    const [row] = await db().select().from(attendees).where(eq(attendees.id, attendeeId))
    expect(row?.searchKey).toContain('gulnara bekova')
  })

  it('does not overwrite what somebody else saved meanwhile', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event)
    const [mine, theirs] = [await formOf(attendeeId, { title: 'Dr' }), await formOf(attendeeId, { title: 'Prof.' })]
    expect((await correctAttendee(organizer, attendeeId, theirs, NOW)).ok).toBe(true)
    expect(await correctAttendee(organizer, attendeeId, mine, NOW)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  it('of the address revokes the old link, sends the new one, and refuses one that is taken', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event)
    await registered(event, { email: 'taken@mail.test' })
    const old = linkToken(attendeeId, 1)
    expect(await participantWith(old)).toMatchObject({ kind: 'participant', attendeeId })
    expect(
      await correctAttendee(organizer, attendeeId, await formOf(attendeeId, { email: 'TAKEN@mail.test' }), NOW),
    ).toMatchObject({ field: 'email', code: 'taken' })
    await correctAttendee(organizer, attendeeId, await formOf(attendeeId, { email: 'right@mail.test' }), NOW)
    expect(await participantWith(old)).toEqual(ANONYMOUS)
    expect(await participantWith(linkToken(attendeeId, 2))).toMatchObject({ attendeeId })
    expect(await lastMessage(attendeeId)).toBe('link')
  })

  it('keeps the seat when the institution changes', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event)
    const elsewhere = await makeInstitution()
    await correctAttendee(organizer, attendeeId, await formOf(attendeeId, { institutionId: elsewhere }), NOW)
    const state = await seatState(event)
    expect([state.taken, state.seats]).toEqual([1, [attendeeId]])
  })
})

it('a form for an address that was corrected opens nothing', async () => {
  const event = await makeEvent()
  const organizer = await organizerOf(event)
  const form = filledForm(event)
  const first = await register(ANONYMOUS, event.slug, form, WORDING, NOW)
  if (!first.ok) throw new Error(first.reason)
  const id = first.value.attendeeId
  await correctAttendee(organizer, id, await formOf(id, { email: 'the.right@mail.test' }), NOW)
  expect(await register(ANONYMOUS, event.slug, form, WORDING, NOW)).toEqual({ ok: false, reason: 'duplicate' })
})

it('a correction is not refused by a pool the person sits in already, though it is over its capacity', async () => {
  const event = await makeEvent({ capacity: 1 })
  const organizer = await organizerOf(event)
  const { attendeeId } = await registered(event)
  await transaction(
    async (tx) => void (await tx.update(seatPools).set({ capacity: 0 }).where(eq(seatPools.eventId, event.id))),
  )
  const moved = await formOf(attendeeId, { typeId: event.typeIds[1] as string, countryCode: 'UZ' })
  expect((await correctAttendee(organizer, attendeeId, moved, NOW)).ok).toBe(true)
  expect((await seatState(event)).seats).toEqual([attendeeId])
})

describe('the wrong actor', () => {
  it('is refused everywhere and changes nothing', async () => {
    const event = await makeEvent()
    const other = await makeEvent()
    const { attendeeId } = await registered(event)
    const somebody = await registered(event)
    const form = await formOf(attendeeId, { title: 'Changed' })
    const actors: Actor[] = [
      ANONYMOUS,
      participantOf(event, somebody.attendeeId),
      await makeUser(),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      await organizerOf(other),
    ]
    for (const actor of actors) {
      expect(await cancelAttendee(actor, attendeeId, '', NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await confirmAttendee(actor, attendeeId, NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await putOnWaitingList(actor, attendeeId, '', NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await correctAttendee(actor, attendeeId, form, NOW)).toEqual({ ok: false, reason: 'not-found' })
    }
    const own = participantOf(event, attendeeId)
    expect(await confirmAttendee(own, attendeeId, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await putOnWaitingList(own, attendeeId, '', NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await correctAttendee(own, attendeeId, form, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await statusOf(attendeeId)).toBe('confirmed')
  })

  it('control: an organizer of the event and an administrator are not', async () => {
    const event = await makeEvent()
    for (const actor of [await organizerOf(event), await makeUser([], true)]) {
      const { attendeeId } = await registered(event)
      expect((await cancelAttendee(actor, attendeeId, '', NOW)).ok).toBe(true)
    }
  })
})

describe('private links', () => {
  it('open one record, and only as they were made', async () => {
    const event = await makeEvent()
    const [one, two] = [await registered(event), await registered(event)]
    const token = linkToken(one.attendeeId, 1)
    expect(await participantWith(token)).toEqual(participantOf(event, one.attendeeId))
    const swapped = linkToken(two.attendeeId, 1).slice(0, 22) + token.slice(22)
    const flipped = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    for (const bad of [
      swapped,
      flipped,
      token.slice(0, 45),
      `${token}A`,
      '',
      '../../etc',
      linkToken(one.attendeeId, 2),
    ])
      expect(await participantWith(bad)).toEqual(ANONYMOUS)
    const link = readLink(token)
    expect([link && linkMatches(link, 1), link && linkMatches(link, 2)]).toEqual([true, false])
  })
})
