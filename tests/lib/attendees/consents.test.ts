import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/client'
import type { ListVisibility } from '#db/enums'
import { attendees, consents } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { consentToList } from '#lib/attendees/mutations/consents'
import { ownListConsent } from '#lib/attendees/queries/participants'
import { ANONYMOUS } from '#lib/auth/actor'
import { makeEvent, makeUser, NOW, participantOf, registered, SYSTEM } from '#tests/setup/factories'

const LATER = new Date(NOW.getTime() + 60_000)
const TO_ALL = { locale: 'en', text: 'Show my name in the public list.' } as const

async function registeredWhere(listVisibility: ListVisibility) {
  const event = await makeEvent()
  const { attendeeId } = await registered(event)
  await transaction((tx) => tx.update(events).set({ listVisibility }).where(eq(events.id, event.id)))
  return { event, attendeeId, self: participantOf(event, attendeeId) }
}
const rowsOf = (attendeeId: string) =>
  db()
    .select({ wording: consents.wording, givenAt: consents.givenAt, withdrawnAt: consents.withdrawnAt })
    .from(consents)
    .where(and(eq(consents.attendeeId, attendeeId), eq(consents.purpose, 'participant_list')))
    .orderBy(asc(consents.givenAt))
const deedsOf = (attendeeId: string) =>
  db()
    .select({ before: auditEntries.before, after: auditEntries.after, actorKind: auditEntries.actorKind })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, attendeeId), eq(auditEntries.verb, 'attendee.consent')))
    .orderBy(auditEntries.id)

describe('the consent to be named in the list', () => {
  test('is given in the words that were read, and withdrawn; both are facts with a when', async () => {
    const { attendeeId, self } = await registeredWhere('public')
    expect(await ownListConsent(self)).toBeNull()
    expect(await consentToList(self, TO_ALL, NOW)).toEqual({ ok: true })
    expect(await ownListConsent(self)).toBe(TO_ALL.text)
    expect(await consentToList(self, null, LATER)).toEqual({ ok: true })
    expect(await ownListConsent(self)).toBeNull()
    expect(await rowsOf(attendeeId)).toEqual([{ wording: TO_ALL.text, givenAt: NOW, withdrawnAt: LATER }])
    expect(await deedsOf(attendeeId)).toEqual([
      { actorKind: 'participant', before: { listed: false }, after: { listed: true, wording: TO_ALL.text } },
      { actorKind: 'participant', before: { listed: true }, after: { listed: false } },
    ])
  })

  test('given or withdrawn twice is once', async () => {
    const { attendeeId, self } = await registeredWhere('participants')
    for (const sentence of [null, TO_ALL, TO_ALL, null, null]) await consentToList(self, sentence, NOW)
    expect(await rowsOf(attendeeId)).toHaveLength(1)
    expect(await deedsOf(attendeeId)).toHaveLength(2)
  })

  test('to other words is another consent: the old one ends', async () => {
    const { attendeeId, self } = await registeredWhere('public')
    await consentToList(self, { locale: 'en', text: 'Show me to the others.' }, NOW)
    await consentToList(self, TO_ALL, LATER)
    expect(await rowsOf(attendeeId)).toEqual([
      { wording: 'Show me to the others.', givenAt: NOW, withdrawnAt: LATER },
      { wording: TO_ALL.text, givenAt: LATER, withdrawnAt: null },
    ])
  })

  test('cannot be given where there is no list, but withdrawn there', async () => {
    const { event, self } = await registeredWhere('public')
    await consentToList(self, TO_ALL, NOW)
    await transaction((tx) => tx.update(events).set({ listVisibility: 'nobody' }).where(eq(events.id, event.id)))
    expect(await consentToList(self, null, NOW)).toEqual({ ok: true })
    expect(await consentToList(self, TO_ALL, NOW)).toEqual({ ok: false, reason: 'no-list' })
  })

  test('is the participant’s own alone: neither organizers nor others give it', async () => {
    const { event, attendeeId } = await registeredWhere('public')
    const other = await makeEvent()
    const actors = [
      SYSTEM,
      ANONYMOUS,
      await makeUser([{ slug: event.slug, role: 'organizer' }]),
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
    ]
    for (const actor of actors)
      expect(await consentToList(actor, TO_ALL, NOW)).toEqual({ ok: false, reason: 'not-found' })
    const stranger = await registered(event)
    await consentToList(participantOf(event, stranger.attendeeId), TO_ALL, NOW)
    expect(await rowsOf(attendeeId)).toEqual([])
    expect(await db().$count(attendees, eq(attendees.eventId, event.id))).toBe(2)
  })
})
