import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { eventTexts } from '#db/schema/events'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { archiveEvent, publishEvent, restoreEvent, unpublishEvent } from '#lib/events/mutations/status'
import { publicEvent } from '#lib/events/queries/event'
import { previewEvent } from '#lib/events/queries/preview'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'

const TEXTS = { en: { title: 'Complete', city: 'Osh' } }
const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const setText = (event: TestEvent, change: { title?: string; city?: string }) =>
  transaction((tx) => tx.update(eventTexts).set(change).where(eq(eventTexts.eventId, event.id)))

describe('publishing', () => {
  it('shows a draft to the public and writes it down', async () => {
    const event = await makeEvent({ status: 'draft', texts: TEXTS })
    const organizer = await organizerOf(event)
    expect(await publicEvent(event.slug, 'en')).toBeNull()
    expect(await publishEvent(organizer, event.id, NOW)).toMatchObject({ ok: true })
    expect(await publicEvent(event.slug, 'en')).toMatchObject({ status: 'published' })
    const [entry] = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, event.id))
      .orderBy(desc(auditEntries.id))
      .limit(1)
    expect(entry).toMatchObject({
      verb: 'event.publish',
      actorId: organizer.userId,
      eventId: event.id,
      before: { status: 'draft' },
      after: { status: 'published' },
    })
    expect(await publishEvent(organizer, event.id, NOW)).toEqual({ ok: false, reason: 'not-possible' })
  })

  it('is refused while something required is missing, and changes nothing', async () => {
    const event = await makeEvent({ status: 'draft', texts: TEXTS })
    const organizer = await organizerOf(event)
    await setText(event, { title: '', city: '' })
    const refused = await publishEvent(organizer, event.id, NOW)
    expect(refused).toMatchObject({ ok: false, reason: 'incomplete' })
    expect(!refused.ok && refused.reason === 'incomplete' && refused.missing.map(({ key }) => key)).toEqual([
      'title',
      'place',
    ])
    expect(await publicEvent(event.slug, 'en')).toBeNull()
    await setText(event, { title: 'Complete', city: 'Osh' })
    expect(await publishEvent(organizer, event.id, NOW)).toMatchObject({ ok: true })
  })
})

describe('taking back', () => {
  it('removes the public pages while private links keep working', async () => {
    const event = await makeEvent({ texts: TEXTS })
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event)
    const own = participantOf(event, attendeeId)
    for (const [verb, status] of [
      [unpublishEvent, 'draft'],
      [archiveEvent, 'archived'],
    ] as const) {
      expect(await verb(organizer, event.id, NOW)).toMatchObject({ ok: true })
      expect(await publicEvent(event.slug, 'en')).toBeNull()
      expect(await ownEvent(own, 'en')).toMatchObject({ id: event.id, status })
      expect(await ownRecord(own)).toMatchObject({ id: attendeeId, status: 'confirmed' })
    }
    expect(await publishEvent(organizer, event.id, NOW)).toEqual({ ok: false, reason: 'not-possible' })
    expect(await restoreEvent(organizer, event.id, NOW)).toMatchObject({ ok: true })
    expect(await publicEvent(event.slug, 'en')).toBeNull()
    expect(await publishEvent(organizer, event.id, NOW)).toMatchObject({ ok: true })
  })
})

describe('the status of an event', () => {
  it('is not for staff, nor for organizers of others', async () => {
    const event = await makeEvent({ texts: TEXTS })
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const stranger = await organizerOf(await makeEvent())
    for (const actor of [staff, stranger, participantOf(event, event.id)])
      for (const verb of [publishEvent, unpublishEvent, archiveEvent, restoreEvent])
        expect(await verb(actor, event.id, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await publicEvent(event.slug, 'en')).not.toBeNull()
  })

  it('does not hide a draft’s preview from those who may read it, and does from others', async () => {
    const event = await makeEvent({ status: 'draft', texts: TEXTS })
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    expect(await previewEvent(staff, event.slug, 'en')).toMatchObject({ texts: { title: { text: 'Complete' } } })
    expect(await previewEvent(await organizerOf(await makeEvent()), event.slug, 'en')).toBeNull()
    expect(await ownEvent(staff, 'en')).toBeNull()
  })
})
