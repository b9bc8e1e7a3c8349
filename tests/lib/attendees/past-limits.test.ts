import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { seatPools } from '#db/schema/seats'
import { answerAtDesk, answerPastLimits } from '#lib/attendees/mutations/answers'
import { correctAttendee, correctPastLimits } from '#lib/attendees/mutations/correct'
import { addLimit } from '#lib/attendees/mutations/limits'
import { correction } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { makeEvent, makeUser, NOW, participantOf, registered, statusOf } from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

const refusedNotFound = { ok: false, reason: 'not-found' }

async function formOf(attendeeId: string, change: Record<string, string> = {}) {
  const [row] = await db().select().from(attendees).where(eq(attendees.id, attendeeId))
  if (!row) throw new Error('nobody')
  return correction.parse({ ...row, institution: 'University', revision: String(row.revision), ...change })
}

const poolOf = async (poolId: string) => {
  const [pool] = await db()
    .select({ taken: seatPools.taken, capacity: seatPools.capacity })
    .from(seatPools)
    .where(eq(seatPools.id, poolId))
  return pool
}

const lastAudit = async (id: string, verb: 'attendee.correct' | 'attendee.answer') =>
  (
    await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.verb, verb)))
      .orderBy(desc(auditEntries.id))
      .limit(1)
  )[0]

async function fullType() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const [faculty, researcher] = event.typeIds as [string, string]
  const limit = await addLimit(organizer, event.id, { subject: 'type', subjectIds: [researcher], capacity: 1 }, NOW)
  if (!limit.ok) throw new Error(limit.reason)
  await registered(event, { typeId: researcher })
  const { attendeeId } = await registered(event, { typeId: faculty })
  return { event, organizer, researcher, attendeeId, poolId: limit.value.limitId }
}

async function fullWorkshop() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const form = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['A', 'B'] }] }])
  const [workshop] = form.questions
  const option = workshop?.options[0] ?? ''
  const limit = await addLimit(organizer, event.id, { subject: 'option', subjectIds: [option], capacity: 0 }, NOW)
  if (!limit.ok) throw new Error(limit.reason)
  const { attendeeId } = await registered(event)
  const sent = { typed: new Map([[`q.${workshop?.id}`, [option]]]), draftHash: '' }
  return { event, organizer, attendeeId, sent, poolId: limit.value.limitId }
}

describe('a correction into a limit that is reached', () => {
  it('is refused, and saved past it with a reason, which is written down with the limit', async () => {
    const { organizer, researcher, attendeeId, poolId } = await fullType()
    const form = await formOf(attendeeId, { typeId: researcher })
    expect(await correctAttendee(organizer, attendeeId, form, NOW)).toEqual({ ok: false, reason: 'full', poolId })
    expect(await poolOf(poolId)).toEqual({ taken: 1, capacity: 1 })

    expect(await correctPastLimits(organizer, attendeeId, form, '  ', NOW)).toEqual({ ok: false, reason: 'no-reason' })
    expect((await correctPastLimits(organizer, attendeeId, form, 'Invited by the rector', NOW)).ok).toBe(true)
    expect(await poolOf(poolId)).toEqual({ taken: 2, capacity: 1 })
    expect(await lastAudit(attendeeId, 'attendee.correct')).toMatchObject({
      reason: 'Invited by the rector',
      after: { typeId: researcher, pastLimits: [poolId] },
    })
    expect(await statusOf(attendeeId)).toBe('confirmed')
  })

  it('takes no reason down where no limit stood in the way', async () => {
    const { organizer, attendeeId } = await fullType()
    const form = await formOf(attendeeId, { title: 'Prof.' })
    expect((await correctPastLimits(organizer, attendeeId, form, 'Not needed', NOW)).ok).toBe(true)
    expect(await lastAudit(attendeeId, 'attendee.correct')).toMatchObject({ reason: null, after: { title: 'Prof.' } })
  })

  it('is for the organizers of the event alone', async () => {
    const { event, researcher, attendeeId, poolId } = await fullType()
    const other = await makeEvent()
    const form = await formOf(attendeeId, { typeId: researcher })
    for (const actor of await strangers(event, other, attendeeId))
      expect(await correctPastLimits(actor, attendeeId, form, 'Because', NOW)).toEqual(refusedNotFound)
    expect(await poolOf(poolId)).toEqual({ taken: 1, capacity: 1 })
  })
})

describe('an answer with an option that has no place left', () => {
  it('is refused, and saved past the limit with a reason', async () => {
    const { organizer, attendeeId, sent, poolId } = await fullWorkshop()
    expect(await answerAtDesk(organizer, attendeeId, sent, 'en', NOW)).toMatchObject({ ok: false, reason: 'answers' })
    expect(await answerPastLimits(organizer, attendeeId, sent, 'en', '', NOW)).toEqual({
      ok: false,
      reason: 'no-reason',
    })
    expect((await answerPastLimits(organizer, attendeeId, sent, 'en', 'She leads it', NOW)).ok).toBe(true)
    expect(await poolOf(poolId)).toEqual({ taken: 1, capacity: 0 })
    expect(await lastAudit(attendeeId, 'attendee.answer')).toMatchObject({
      reason: 'She leads it',
      after: { pastLimits: [poolId] },
    })
  })

  it('is for the organizers of the event alone', async () => {
    const { event, attendeeId, sent, poolId } = await fullWorkshop()
    const other = await makeEvent()
    for (const actor of await strangers(event, other, attendeeId))
      expect(await answerPastLimits(actor, attendeeId, sent, 'en', 'Because', NOW)).toEqual(refusedNotFound)
    expect(await poolOf(poolId)).toEqual({ taken: 0, capacity: 0 })
  })
})

type Event = Awaited<ReturnType<typeof makeEvent>>

const strangers = async (event: Event, other: Event, attendeeId: string): Promise<Actor[]> => [
  ANONYMOUS,
  participantOf(event, attendeeId),
  await makeUser([{ slug: event.slug, role: 'staff' }]),
  await makeUser([{ slug: other.slug, role: 'organizer' }]),
]
