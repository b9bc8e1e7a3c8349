import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { ANONYMOUS } from '#lib/auth/actor'
import { editFacts } from '#lib/events/mutations/facts'
import { archiveEvent, publishEvent, restoreEvent, unpublishEvent } from '#lib/events/mutations/status'
import { editTexts } from '#lib/events/mutations/texts'
import { stampOf } from '#lib/events/policy/stamp'
import { setupFacts, setupTexts } from '#lib/events/queries/setup'
import type { EventFacts } from '#lib/events/schema/edit/facts'
import { tellOfChange, tellOfEnd, tellOfReturn } from '#lib/messages/mutations/event-news'
import { untoldOfChange, untoldOfEnd, untoldOfReturn } from '#lib/messages/queries/event-news'
import { makeEvent, makeUser, NOW, registered, type TestEvent } from '#tests/setup/factories'
import { letterFor, messageFor } from '#tests/setup/letters'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

async function world(change: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent({ capacity: 2, ...change })
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  return { event, organizer, seated: (await registered(event)).attendeeId }
}
async function move(actor: Actor, event: TestEvent, change: Partial<EventFacts>, at: Date) {
  const before = await setupFacts(actor, event.id)
  if (!before) throw new Error('no event')
  const result = await editFacts(actor, event.id, { ...before, ...change } as EventFacts, stampOf(before), at)
  if (!result.ok) throw new Error(result.reason)
}
async function rename(actor: Actor, event: TestEvent, venue: string, at: Date) {
  const before = await setupTexts(actor, event.id)
  if (!before) throw new Error('no event')
  const texts = { ...before.texts, en: { ...before.texts.en, venue } }
  const form = { defaultLocale: 'en', texts } as Parameters<typeof editTexts>[2]
  const result = await editTexts(actor, event.id, form, stampOf(before), at)
  if (!result.ok) throw new Error(result.reason)
}
const told = (event: TestEvent, kind: 'event-changed' | 'event-cancelled') =>
  db()
    .select({ id: outbox.attendeeId })
    .from(outbox)
    .where(and(eq(outbox.eventId, event.id), eq(outbox.kind, kind)))
    .orderBy(outbox.id)
const linesOf = (text: string | undefined) => text?.match(/^.* → .*$/gm) ?? []
const sent = async (attendeeId: string) => {
  const row = await messageFor(attendeeId, 'confirmed')
  await transaction((tx) =>
    tx
      .update(outbox)
      .set({ status: 'sent', sentAt: NOW })
      .where(eq(outbox.id, row?.id ?? '')),
  )
}
const sequence = (calendar: string | undefined) => Number(/SEQUENCE:(\d+)/.exec(calendar ?? '')?.[1])

describe('new days or a new place', () => {
  it('go by nobody’s press but an organizer’s, once for each change, to those with a place, in words and for the calendar', async () => {
    const { event, organizer, seated } = await world()
    const first = await letterFor(seated, 'confirmed')
    await registered(event)
    const waiting = (await registered(event)).attendeeId
    expect(await tellOfChange(organizer, event.id, NOW)).toEqual({ ok: false, reason: 'nothing-to-tell' })
    await move(organizer, event, { startsOn: '2027-05-10', endsOn: '2027-05-12' }, later(1))
    await rename(organizer, event, 'Old library', later(2))
    expect(await told(event, 'event-changed')).toEqual([])
    expect((await untoldOfChange(organizer, event.id, later(3)))?.length).toBe(2)

    const all = await Promise.all([1, 2, 3].map(() => tellOfChange(organizer, event.id, later(3))))
    expect(all.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { people: 2 } }])
    const people = (await told(event, 'event-changed')).map(({ id }) => id)
    expect([people.length, people.includes(seated), people.includes(waiting)]).toEqual([2, true, false])
    const letter = await letterFor(seated, 'event-changed', later(4))
    expect(linesOf(letter?.text)).toEqual([
      expect.stringMatching(/^When: .*2027 → 10.12 May 2027$/),
      expect.stringMatching(/^Where: .* → Old library/),
    ])
    expect(letter?.calendar?.method).toBe('REQUEST')
    expect(letter?.calendar?.content).toContain('20270510')
    expect(sequence(letter?.calendar?.content)).toBeGreaterThan(sequence(first?.calendar?.content))
    const [entry] = await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, event.id), eq(auditEntries.verb, 'event.tell-change')))
    expect(entry).toMatchObject({ actorId: organizer.userId, after: { people: 2 } })

    // The next change is another one, and tells that alone.
    await rename(organizer, event, 'New library', later(5))
    expect(await tellOfChange(organizer, event.id, later(6))).toMatchObject({ ok: true })
    expect(linesOf((await letterFor(seated, 'event-changed', later(7)))?.text)).toEqual([
      expect.stringMatching(/^Where: Old library.* → New library/),
    ])
  })

  it('so are new hours, what they were and what they are, by the number of the calendar too', async () => {
    const { event, organizer, seated } = await world()
    const first = await letterFor(seated, 'confirmed')
    expect(first?.text).toContain('When: 23–24 April 2027\n')
    expect(first?.calendar?.content).toContain('DTSTART;VALUE=DATE:20270423')
    await move(organizer, event, { startTime: '09:00', endTime: '17:30' }, later(1))
    expect(await untoldOfChange(organizer, event.id, later(1))).toEqual([seated])
    expect((await tellOfChange(organizer, event.id, later(2))).ok).toBe(true)
    const letter = await letterFor(seated, 'event-changed', later(3))
    const hours = 'Friday\u00a009:00 – Saturday\u00a017:30, local time\u00a0(UTC+6)'
    expect(linesOf(letter?.text)).toEqual([`When: 23–24 April 2027 → 23–24 April 2027 · ${hours}`])
    expect(letter?.text).toContain(`When: 23–24 April 2027 · ${hours}\n`)
    expect(letter?.calendar?.content).toContain('DTSTART:20270423T030000Z')
    expect(sequence(letter?.calendar?.content)).toBeGreaterThan(sequence(first?.calendar?.content))

    await move(organizer, event, { startTime: '10:00' }, later(4))
    await tellOfChange(organizer, event.id, later(5))
    const again = await letterFor(seated, 'event-changed', later(6))
    expect(linesOf(again?.text)).toEqual([
      `When: 23–24 April 2027 · ${hours} → 23–24 April 2027 · ${hours.replace('09', '10')}`,
    ])
    expect(sequence(again?.calendar?.content)).toBeGreaterThan(sequence(letter?.calendar?.content))
  })

  it('another time zone is one only where it moves the hours', async () => {
    const { event, organizer, seated } = await world()
    await move(organizer, event, { timeZone: 'Europe/Vilnius' }, later(1))
    expect(await untoldOfChange(organizer, event.id, later(1))).toEqual([])
    await move(organizer, event, { timeZone: 'Asia/Bishkek', startTime: '09:00', endTime: '17:30' }, later(2))
    expect((await tellOfChange(organizer, event.id, later(3))).ok).toBe(true)
    // By the clock of Omsk it is as late as by that of Bishkek.
    await move(organizer, event, { timeZone: 'Asia/Omsk' }, later(4))
    expect(await untoldOfChange(organizer, event.id, later(4))).toEqual([])
    await move(organizer, event, { timeZone: 'Asia/Tashkent' }, later(5))
    expect(await untoldOfChange(organizer, event.id, later(5))).toEqual([seated])
    expect((await tellOfChange(organizer, event.id, later(6))).ok).toBe(true)
    expect(linesOf((await letterFor(seated, 'event-changed', later(7)))?.text)).toEqual([
      expect.stringMatching(/^When: .*local time\s\(UTC\+6\) → .*local time\s\(UTC\+5\)$/),
    ])
  })

  it('are told to those alone who know it otherwise, and not when all is as before', async () => {
    const { event, organizer, seated } = await world()
    await rename(organizer, event, 'Annex', later(1))
    const { attendeeId } = await registered(event, {}, later(2))
    expect(await untoldOfChange(organizer, event.id, later(3))).toEqual([seated])
    await rename(organizer, event, '', later(4))
    expect(await untoldOfChange(organizer, event.id, later(5))).toEqual([attendeeId])
    expect((await tellOfChange(organizer, event.id, later(5))).ok).toBe(true)
    await rename(organizer, event, 'Annex', later(6))
    // By the time it is written all is again as this reader knows it.
    expect(await letterFor(attendeeId, 'event-changed', later(7))).toBeNull()
    await move(organizer, event, { contactEmail: 'office@academy.example' }, later(8))
    expect(await untoldOfChange(organizer, event.id, later(8))).toEqual([seated, attendeeId].toSorted())
  })

  it('are not told by others, of an event that is not public, or once it is over', async () => {
    const { event, organizer, seated } = await world()
    await rename(organizer, event, 'Annex', later(1))
    const stranger = await makeUser([{ slug: (await makeEvent()).slug, role: 'organizer' }])
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    for (const actor of [ANONYMOUS, stranger, staff]) {
      expect(await tellOfChange(actor, event.id, later(2))).toEqual({ ok: false, reason: 'not-found' })
      expect(await tellOfEnd(actor, event.id, later(2))).toEqual({ ok: false, reason: 'not-found' })
      expect(await tellOfReturn(actor, event.id, later(2))).toEqual({ ok: false, reason: 'not-found' })
    }
    expect((await tellOfChange(organizer, event.id, new Date('2031-01-01'))).ok).toBe(false)
    expect((await tellOfChange(organizer, event.id, later(2))).ok).toBe(true)
    await unpublishEvent(organizer, event.id, later(3))
    expect(await letterFor(seated, 'event-changed', later(4))).toBeNull()
    await rename(organizer, event, 'Hall', later(5))
    expect(await tellOfChange(organizer, event.id, later(5))).toEqual({ ok: false, reason: 'nothing-to-tell' })
  })
})

describe('an event that does not take place', () => {
  it('is told by an organizer’s press, once, to everybody registered; it goes out of the calendars it went into', async () => {
    const { event, organizer, seated } = await world({ capacity: 1 })
    const waiting = (await registered(event)).attendeeId
    const first = await letterFor(seated, 'confirmed')
    await sent(seated)
    expect(await tellOfEnd(organizer, event.id, later(1))).toEqual({ ok: false, reason: 'nothing-to-tell' })
    await archiveEvent(organizer, event.id, later(1))
    expect(await told(event, 'event-cancelled')).toEqual([])
    expect((await untoldOfEnd(organizer, event.id, later(2)))?.length).toBe(2)
    const all = await Promise.all([1, 2].map(() => tellOfEnd(organizer, event.id, later(2))))
    expect(all.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { people: 2 } }])
    const letter = await letterFor(seated, 'event-cancelled', later(3))
    expect(letter?.text).toContain('it will not take place')
    expect(letter?.calendar?.method).toBe('CANCEL')
    expect(sequence(letter?.calendar?.content)).toBeGreaterThan(sequence(first?.calendar?.content))
    const other = await letterFor(waiting, 'event-cancelled', later(3))
    expect([other?.subject.startsWith('Will not take place'), other?.calendar]).toEqual([true, undefined])
    await restoreEvent(organizer, event.id, later(4))
    expect(await untoldOfEnd(organizer, event.id, later(4))).toEqual([])
  })

  it('is not told any more once it is published again, and can be told anew after that; not once it has begun', async () => {
    const { event, organizer, seated } = await world()
    await rename(organizer, event, 'Hall', later(1))
    await unpublishEvent(organizer, event.id, later(1))
    expect((await tellOfEnd(organizer, event.id, later(2))).ok).toBe(true)
    const again = await publishEvent(organizer, event.id, later(3))
    expect(again).toMatchObject({ ok: true })
    expect(await letterFor(seated, 'event-cancelled', later(4))).toBeNull()
    await unpublishEvent(organizer, event.id, later(5))
    expect(await untoldOfEnd(organizer, event.id, new Date('2031-01-01'))).toEqual([])
    expect(await untoldOfEnd(organizer, event.id, later(6))).toEqual([seated])
  })
})

describe('an event that takes place after all', () => {
  it('is told to all who were told otherwise, once, with what changed meanwhile; it goes into the calendars again', async () => {
    const { event, organizer, seated } = await world({ capacity: 1 })
    const waiting = (await registered(event)).attendeeId
    await sent(seated)
    await unpublishEvent(organizer, event.id, later(1))
    expect((await tellOfEnd(organizer, event.id, later(2))).ok).toBe(true)
    const end = await letterFor(seated, 'event-cancelled', later(3))
    await rename(organizer, event, 'Annex', later(4))
    expect(await tellOfReturn(organizer, event.id, later(4))).toEqual({ ok: false, reason: 'nothing-to-tell' })
    await publishEvent(organizer, event.id, later(5))
    // What changed is part of the other news.
    expect(await untoldOfChange(organizer, event.id, later(6))).toEqual([])
    expect(await untoldOfReturn(organizer, event.id, later(6))).toEqual([seated, waiting].toSorted())
    const all = await Promise.all([1, 2].map(() => tellOfReturn(organizer, event.id, later(7))))
    expect(all.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { people: 2 } }])
    const letter = await letterFor(seated, 'event-changed', later(8))
    expect(letter?.subject).toMatch(/^Takes place after all/)
    expect(linesOf(letter?.text)).toEqual([expect.stringMatching(/^Where: .* → Annex/)])
    expect(letter?.calendar?.method).toBe('REQUEST')
    expect(sequence(letter?.calendar?.content)).toBeGreaterThan(sequence(end?.calendar?.content))
    const other = await letterFor(waiting, 'event-changed', later(8))
    expect([other?.subject.startsWith('Takes place after all'), other?.calendar]).toEqual([true, undefined])
    expect(await untoldOfChange(organizer, event.id, later(8))).toEqual([])

    await unpublishEvent(organizer, event.id, later(9))
    expect(await letterFor(seated, 'event-changed', later(10))).toBeNull()
    expect((await tellOfEnd(organizer, event.id, later(10))).ok).toBe(true)
  })
})
