import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { confirmAddress, releaseUnconfirmed } from '#lib/attendees/mutations/address'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { confirmAttendee } from '#lib/attendees/mutations/decide'
import { confirmCode } from '#lib/attendees/policy/confirm-code'
import { correction } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { compose } from '#lib/messages/queries/compose'
import {
  makeEvent,
  makeUser,
  NOW,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'

const HOUR = 3_600_000
const hoursOn = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

async function eventWith(change: Partial<typeof events.$inferInsert>, capacity = 50): Promise<TestEvent> {
  const event = await makeEvent({ capacity })
  await transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, event.id))
  })
  return event
}
const emailOf = async (id: string) =>
  (await db().select({ email: attendees.email }).from(attendees).where(eq(attendees.id, id)))[0]?.email ?? ''
const codeOf = async (id: string) => confirmCode({ id, email: await emailOf(id) })
const kinds = async (id: string) =>
  (await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, id)).orderBy(outbox.id)).map(
    (row) => row.kind,
  )

describe('an address that is to be confirmed', () => {
  it('keeps its place when its owner presses the letter’s button in time', async () => {
    const event = await eventWith({ confirmHours: 24 })
    const { attendeeId } = await registered(event)
    expect((await confirmAddress(participantOf(event, attendeeId), await codeOf(attendeeId), hoursOn(23))).ok).toBe(
      true,
    )
    await releaseUnconfirmed(hoursOn(48))
    expect(await statusOf(attendeeId)).toBe('confirmed')
  })

  it('is nobody else’s to confirm', async () => {
    const event = await eventWith({ confirmHours: 24 })
    const [one, two] = [await registered(event), await registered(event)]
    const own = participantOf(event, one.attendeeId)
    const code = await codeOf(one.attendeeId)
    expect((await confirmAddress(ANONYMOUS, code, NOW)).ok).toBe(false)
    expect((await confirmAddress(participantOf(event, two.attendeeId), code, NOW)).ok).toBe(false)
    for (const wrong of ['', 'x'.repeat(22), await codeOf(two.attendeeId)])
      expect(await confirmAddress(own, wrong, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('gives its place back when the time is up, once, to the first who waits, and may register anew', async () => {
    const event = await eventWith({ confirmHours: 24 }, 1)
    const email = 'late@mail.test'
    const late = await registered(event, { email })
    const next = await registered(event)
    await confirmAddress(participantOf(event, next.attendeeId), await codeOf(next.attendeeId), NOW)
    await releaseUnconfirmed(hoursOn(23.99))
    expect(await statusOf(late.attendeeId)).toBe('confirmed')
    await releaseUnconfirmed(hoursOn(24))
    await releaseUnconfirmed(hoursOn(25))
    expect([await statusOf(late.attendeeId), await statusOf(next.attendeeId)]).toEqual(['cancelled', 'confirmed'])
    expect(await kinds(late.attendeeId)).toEqual(['confirmed', 'unconfirmed'])
    expect((await seatState(event)).taken).toBe(1)
    expect(
      await confirmAddress(participantOf(event, late.attendeeId), await codeOf(late.attendeeId), hoursOn(26)),
    ).toEqual({ ok: false, reason: 'lapsed' })
    const audit = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, late.attendeeId))
    expect(audit.map((row) => row.verb).toSorted()).toEqual(['attendee.lapse', 'attendee.register'])
    expect((await registered(event, { email }, hoursOn(26))).status).toBe('waiting')
  })

  it('control: without the clock the place stays taken', async () => {
    const event = await eventWith({ confirmHours: 1 }, 1)
    await registered(event)
    const next = await registered(event, {}, hoursOn(48))
    expect(next.status).toBe('waiting')
  })

  it('is not asked for where an organizer has given the place by hand', async () => {
    const event = await eventWith({ confirmHours: 24, approval: true })
    const { attendeeId } = await registered(event)
    await confirmAttendee(await makeUser([{ slug: event.slug, role: 'organizer' }]), attendeeId, hoursOn(1))
    await releaseUnconfirmed(hoursOn(48))
    expect(await statusOf(attendeeId)).toBe('confirmed')
  })

  it('is asked for in the letter, with a link no page shows', async () => {
    const event = await eventWith({ confirmHours: 24 })
    const { attendeeId } = await registered(event)
    const [row] = await db().select().from(outbox).where(eq(outbox.attendeeId, attendeeId))
    const mail = row && (await compose({ ...row, attempts: 1 }))
    expect(mail?.text).toContain(`/confirm/${await codeOf(attendeeId)}`)
    expect(mail?.text).toContain('2 March 2027')
  })
})

describe('approval', () => {
  it('lets people wait for a decision without a seat, and tells them so', async () => {
    const event = await eventWith({ approval: true }, 1)
    const people = [await registered(event), await registered(event)]
    expect(people.map((person) => person.status)).toEqual(['pending', 'pending'])
    expect(await kinds(people[0]?.attendeeId ?? '')).toEqual(['received'])
    expect((await seatState(event)).taken).toBe(0)
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    expect((await confirmAttendee(organizer, people[1]?.attendeeId ?? '', NOW)).ok).toBe(true)
    expect(await confirmAttendee(organizer, people[0]?.attendeeId ?? '', NOW)).toMatchObject({
      ok: false,
      reason: 'full',
    })
    expect(await kinds(people[1]?.attendeeId ?? '')).toEqual(['received', 'confirmed'])
  })

  it('gives no seat to somebody who is only corrected', async () => {
    const event = await eventWith({ approval: true }, 1)
    const { attendeeId } = await registered(event)
    const [row] = await db().select().from(attendees).where(eq(attendees.id, attendeeId))
    const form = correction.parse({ ...row, institution: 'University', typeId: event.typeIds[1], revision: '1' })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    expect((await correctAttendee(organizer, attendeeId, form, NOW)).ok).toBe(true)
    expect((await seatState(event)).taken).toBe(0)
  })
})
