import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { messageTexts } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { cloneEvent } from '#lib/events/mutations/clone/event'
import { stampOf } from '#lib/events/policy/stamp'
import { sendTestCopy } from '#lib/messages/mutations/test-copy'
import { editWording, resetWording } from '#lib/messages/mutations/wording'
import { compose } from '#lib/messages/queries/compose'
import { trialPeople, wordingsOf } from '#lib/messages/queries/desk'
import { defaultWording } from '#lib/messages/queries/wording'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { letterFor } from '#tests/setup/letters'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const OWN = {
  en: { subject: 'Welcome to {event}', body: 'Hello {name},\n\nsee [the city](https://bishkek.example). {code}' },
  ru: defaultWording('confirmed', 'ru'),
}

async function stamp(event: TestEvent) {
  return stampOf((await wordingsOf(await organizerOf(event), event.id, 'confirmed')) ?? {})
}

async function wrongActors(event: TestEvent) {
  return [
    await organizerOf(await makeEvent()),
    await makeUser([{ slug: event.slug, role: 'staff' }]),
    participantOf(event, (await registered(event)).attendeeId),
    ANONYMOUS,
  ]
}

describe('an own wording', () => {
  it('is sent instead of the default, in its language, filled in', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    expect(await editWording(organizer, event.id, 'confirmed', OWN, await stamp(event), NOW)).toEqual({
      ok: true,
      value: { changed: true },
    })
    const { attendeeId } = await registered(event, { givenName: 'Aigerim', familyName: 'Bekova' })
    const mail = await letterFor(attendeeId, 'confirmed')
    expect(mail?.subject).toBe(`Welcome to Event ${event.slug}`)
    expect(mail?.text).toMatch(/^Hello Aigerim Bekova,\n\nsee the city \(https:\/\/bishkek\.example\)\. \w{3} \w{3}\n/)
    expect(mail?.html).toMatch(/<a [^>]*href="https:\/\/bishkek\.example"/)
    // What is always there.
    expect(mail?.text).toContain(`/r/${linkToken(attendeeId, 1)}`)
    expect(mail?.text).toContain('Code: ')
    // What reads as the default is the default.
    const rows = await db().select().from(messageTexts).where(eq(messageTexts.eventId, event.id))
    expect(rows.map((row) => row.locale)).toEqual(['en'])
  })

  it('is refused when it is stale, empty or unknown names stand in it', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const opened = await stamp(event)
    const wrong = { ...OWN, en: { ...OWN.en, body: 'Dear {nmae}' } }
    expect(await editWording(organizer, event.id, 'confirmed', wrong, opened, NOW)).toMatchObject({ reason: 'invalid' })
    const empty = { ...OWN, ru: { ...OWN.ru, subject: ' ' } }
    expect(await editWording(organizer, event.id, 'confirmed', empty, opened, NOW)).toMatchObject({ reason: 'invalid' })
    await editWording(organizer, event.id, 'confirmed', OWN, opened, NOW)
    expect(await editWording(organizer, event.id, 'confirmed', OWN, opened, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })

  it('goes back to the default, and both stand in the history', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    await editWording(organizer, event.id, 'confirmed', OWN, await stamp(event), NOW)
    expect(await resetWording(organizer, event.id, 'confirmed', NOW)).toEqual({ ok: true, value: { changed: true } })
    expect(await resetWording(organizer, event.id, 'confirmed', NOW)).toEqual({ ok: true, value: { changed: false } })
    const entries = await db()
      .select({ verb: auditEntries.verb, before: auditEntries.before, after: auditEntries.after })
      .from(auditEntries)
      .where(and(eq(auditEntries.eventId, event.id), eq(auditEntries.actorId, organizer.userId)))
      .orderBy(desc(auditEntries.id))
    expect(entries.map(({ verb }) => verb)).toEqual(['message.reset', 'message.edit'])
    expect(entries[0]?.before).toMatchObject({ kind: 'confirmed', 'subject-en': 'Welcome to {event}' })
    expect(await db().select().from(messageTexts).where(eq(messageTexts.eventId, event.id))).toEqual([])
  })

  it('refuses the wrong actor', async () => {
    const event = await makeEvent()
    const shown = await stamp(event)
    for (const actor of await wrongActors(event)) {
      const edited = await editWording(actor, event.id, 'confirmed', OWN, shown, NOW)
      expect(edited).toEqual({ ok: false, reason: 'not-found' })
      expect(await resetWording(actor, event.id, 'confirmed', NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await wordingsOf(actor, event.id, 'confirmed')).toBeNull()
      expect(await trialPeople(actor, event.id, 'confirmed')).toEqual([])
    }
  })

  it('goes with a clone', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    await editWording(organizer, event.id, 'confirmed', OWN, await stamp(event), NOW)
    const copy = { slug: '', startsOn: '2028-04-23', endsOn: '2028-04-24', titles: { en: 'Copy', ru: 'Копия' } }
    const made = await cloneEvent(organizer, event.id, copy, NOW)
    if (!made.ok) throw new Error(made.reason)
    expect((await wordingsOf(organizer, made.value.id, 'confirmed'))?.en).toMatchObject({ ...OWN.en, own: true })
  })
})

describe('a test copy', () => {
  const copyOf = async (userId: string) =>
    (await db().select().from(outbox).where(eq(outbox.userId, userId)).orderBy(outbox.id)).at(-1)

  it('goes to whoever asks, as for the attendee, and opens nothing of theirs', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const { attendeeId } = await registered(event, { givenName: 'Aigerim' })
    await sendTestCopy(organizer, event.id, { kind: 'declined', attendeeId, locale: 'en' }, NOW)
    const row = await copyOf(organizer.userId)
    expect(row).toMatchObject({ kind: 'declined', attendeeId, eventId: event.id, locale: 'en' })
    const mail = row && (await compose(row, NOW))
    expect(mail?.to).toMatch(/@desk\.test$/)
    expect(mail?.subject).toMatch(/^\[Test\] About your registration/)
    expect(mail?.text).toContain('Aigerim')
    for (const part of [mail?.text, mail?.html]) {
      expect(part).not.toContain('/r/')
      expect(part).not.toContain(linkToken(attendeeId, 1))
    }
    expect(mail?.calendar).toBeUndefined()
    // Control: the letter itself has the link.
    expect((await letterFor(attendeeId, 'confirmed'))?.text).toContain(linkToken(attendeeId, 1))
  })

  it('is made up where nobody is registered', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    await sendTestCopy(organizer, event.id, { kind: 'offered', attendeeId: null, locale: 'ru' }, NOW)
    const row = await copyOf(organizer.userId)
    expect((row && (await compose(row, NOW)))?.text).toContain('Здравствуйте, Гульнара Бекова!')
  })

  it('refuses the wrong actor, and an attendee of another event', async () => {
    const event = await makeEvent()
    const stranger = (await registered(await makeEvent())).attendeeId
    const ask = { kind: 'confirmed', attendeeId: null, locale: 'en' } as const
    for (const actor of await wrongActors(event))
      expect(await sendTestCopy(actor, event.id, ask, NOW)).toEqual({ ok: false, reason: 'not-found' })
    const organizer = await organizerOf(event)
    expect(await sendTestCopy(organizer, event.id, { ...ask, attendeeId: stranger }, NOW)).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })
})
