import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { ANONYMOUS } from '#lib/auth/actor'
import { addReminder, queueReminders, removeReminder } from '#lib/messages/mutations/reminders'
import { compose } from '#lib/messages/queries/compose'
import { remindersOf } from '#lib/messages/queries/desk'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { letterFor } from '#tests/setup/letters'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const queuedFor = (event: TestEvent) =>
  db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, event.id), eq(outbox.kind, 'reminder')))
    .orderBy(outbox.id)

// The event begins on 23 April 2027 in Bishkek: seven days before, nine o'clock is 03:00 UTC.
const DUE = new Date('2027-04-16T03:00:00Z')
const before = new Date(DUE.getTime() - 1000)

describe('reminders', () => {
  it('go once, to those who have a place, when it is time', async () => {
    const event = await makeEvent({ capacity: 1 })
    const organizer = await organizerOf(event)
    const seated = (await registered(event)).attendeeId
    await registered(event)
    expect(await addReminder(organizer, event.id, 7, NOW)).toEqual({ ok: true, value: undefined })
    await queueReminders(before)
    expect(await queuedFor(event)).toEqual([])
    await Promise.all([queueReminders(DUE), queueReminders(DUE)])
    await queueReminders(new Date(DUE.getTime() + 60_000))
    const rows = await queuedFor(event)
    expect(rows.map((row) => row.attendeeId)).toEqual([seated])
    const mail = rows[0] && (await compose(rows[0], DUE))
    expect(mail?.subject).toBe(`Begins in 7 days: Event ${event.slug}`)
    expect(mail?.calendar?.method).toBe('REQUEST')
    const [entry] = await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.eventId, event.id), eq(auditEntries.verb, 'reminder.send')))
    expect(entry?.after).toEqual({ people: 1, daysBefore: [7] })
  })

  it('of several that fell due while the server was down send one; none once the event has begun', async () => {
    const [late, over] = [await makeEvent(), await makeEvent()]
    for (const event of [late, over]) {
      const organizer = await organizerOf(event)
      await registered(event)
      for (const days of [7, 2]) await addReminder(organizer, event.id, days, NOW)
    }
    await transaction((tx) => tx.update(events).set({ startsOn: '2027-04-22' }).where(eq(events.id, over.id)))
    await queueReminders(new Date('2027-04-22T10:00:00Z'))
    expect(await queuedFor(late)).toHaveLength(1)
    expect(await queuedFor(over)).toEqual([])
    await queueReminders(new Date('2027-04-22T11:00:00Z'))
    expect(await queuedFor(late)).toHaveLength(1)
  })

  it('say at what time the event begins, the day before and on the day', async () => {
    const event = await makeEvent({ startTime: '09:00', endTime: '17:30' })
    const { attendeeId } = await registered(event)
    await addReminder(await organizerOf(event), event.id, 7, NOW)
    await queueReminders(DUE)
    const at = async (now: string) => letterFor(attendeeId, 'reminder', new Date(now))
    expect((await at('2027-04-22T03:00:00Z'))?.subject).toBe(`Begins tomorrow at 09:00 (UTC+6): Event ${event.slug}`)
    expect((await at('2027-04-22T19:00:00Z'))?.subject).toBe(`Begins today at 09:00 (UTC+6): Event ${event.slug}`)
    const early = await at('2027-04-16T03:00:00Z')
    expect(early?.subject).toBe(`Begins in 7 days: Event ${event.slug}`)
    const when = '23–24 April 2027 · Friday\u00a009:00 – Saturday\u00a017:30, local time\u00a0(UTC+6)'
    expect(early?.text).toContain(`When: ${when}\n`)
    expect(early?.html).toContain(`${when}<`)
  })

  it('wait while the event is not published', async () => {
    const event = await makeEvent()
    await registered(event)
    await addReminder(await organizerOf(event), event.id, 7, NOW)
    await transaction((tx) => tx.update(events).set({ status: 'archived' }).where(eq(events.id, event.id)))
    await queueReminders(DUE)
    expect(await queuedFor(event)).toEqual([])
  })

  it('refuse days that will not do', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    for (const days of [0, -1, 1.5, 366, Number.NaN])
      expect(await addReminder(organizer, event.id, days, NOW)).toEqual({ ok: false, reason: 'out-of-range' })
    expect(await addReminder(organizer, event.id, 100, NOW)).toEqual({ ok: false, reason: 'past' })
    await addReminder(organizer, event.id, 7, NOW)
    expect(await addReminder(organizer, event.id, 7, NOW)).toEqual({ ok: false, reason: 'twice' })
  })

  it('refuse the wrong actor', async () => {
    const event = await makeEvent()
    await addReminder(await organizerOf(event), event.id, 7, NOW)
    const [row] = (await remindersOf(await organizerOf(event), event.id))?.rows ?? []
    const person = (await registered(event)).attendeeId
    const wrong = [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      participantOf(event, person),
      ANONYMOUS,
    ]
    for (const actor of wrong) {
      expect(await addReminder(actor, event.id, 3, NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await removeReminder(actor, row?.id ?? '', NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await remindersOf(actor, event.id)).toBeNull()
    }
    // Control: whoever may, can.
    expect(await removeReminder(await organizerOf(event), row?.id ?? '', NOW)).toEqual({ ok: true, value: undefined })
  })

  it('that went go again when the event is moved to a later day', async () => {
    const [moved, stays] = [await makeEvent(), await makeEvent()]
    for (const event of [moved, stays]) {
      await registered(event)
      await addReminder(await organizerOf(event), event.id, 7, NOW)
    }
    await queueReminders(DUE)
    const later = { startsOn: '2027-05-23', endsOn: '2027-05-24' }
    await transaction((tx) => tx.update(events).set(later).where(eq(events.id, moved.id)))
    await queueReminders(new Date(DUE.getTime() + 60_000))
    const [row] = (await remindersOf(await organizerOf(moved), moved.id))?.rows ?? []
    expect([row?.sentAt, (await queuedFor(moved)).length]).toEqual([null, 1])
    await queueReminders(new Date('2027-05-16T03:00:00Z'))
    await queueReminders(new Date('2027-05-16T04:00:00Z'))
    expect([(await queuedFor(moved)).length, (await queuedFor(stays)).length]).toEqual([2, 1])
  })

  it('that went stay', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    await addReminder(organizer, event.id, 7, NOW)
    await queueReminders(DUE)
    const [row] = (await remindersOf(organizer, event.id))?.rows ?? []
    expect(row?.sentAt).toEqual(DUE)
    expect(await removeReminder(organizer, row?.id ?? '', DUE)).toEqual({ ok: false, reason: 'sent' })
  })
})
