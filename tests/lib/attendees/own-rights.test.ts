import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees, consents } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { files } from '#db/schema/files'
import { withdrawConsent } from '#lib/attendees/mutations/consents'
import { sendEarlier } from '#lib/attendees/mutations/earlier'
import { eraseOptional } from '#lib/attendees/mutations/erase'
import { writeIn } from '#lib/attendees/mutations/language'
import { addLimit } from '#lib/attendees/mutations/limits'
import { register } from '#lib/attendees/mutations/register'
import { EARLIER_MS, earlierToken } from '#lib/attendees/policy/earlier-link'
import { answersOf } from '#lib/attendees/queries/answers'
import { earlierValues } from '#lib/attendees/queries/earlier'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { newId } from '#lib/ids'
import {
  filledForm,
  makeEvent,
  makeUser,
  NOW,
  participantOf,
  registered,
  SYSTEM,
  seatState,
  statusOf,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'
import { makeAnswer, makeForm } from '#tests/setup/forms'
import { rowOf } from '#tests/setup/own-form'
import { lastLetter, letters, tokenIn } from '#tests/setup/own-letters'

const later = (ms: number) => new Date(NOW.getTime() + ms)

describe('consents', () => {
  it('are withdrawn one by one, by their owner alone; without the first the registration ends', async () => {
    const event = await makeEvent({ capacity: 1 })
    const form = await makeForm(event.id, [{ questions: [{ kind: 'consent' }] }])
    const [one, two] = [await registered(event), await registered(event)]
    const own = participantOf(event, one.attendeeId)
    const question = form.questions[0]?.id ?? ''
    await makeAnswer(one.attendeeId, question, '1')
    const boxId = newId()
    await transaction(async (tx) => {
      const given = { attendeeId: one.attendeeId, wording: 'Photos', locale: 'en', givenAt: NOW }
      await tx.insert(consents).values({ id: boxId, purpose: 'question', questionId: question, ...given })
    })
    const [privacy] = await db()
      .select({ id: consents.id })
      .from(consents)
      .where(and(eq(consents.attendeeId, one.attendeeId), eq(consents.purpose, 'privacy')))
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    for (const actor of [ANONYMOUS, organizer, participantOf(event, two.attendeeId)])
      expect(await withdrawConsent(actor, boxId, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await withdrawConsent(own, boxId, NOW)).toEqual({ ok: true, value: { promoted: [] } })
    expect((await answersOf(one.attendeeId)).has(question)).toBe(false)
    expect(await withdrawConsent(own, boxId, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await statusOf(one.attendeeId)).toBe('confirmed')
    expect(await withdrawConsent(own, privacy?.id ?? '', NOW)).toEqual({
      ok: true,
      value: { promoted: [two.attendeeId] },
    })
    expect(await statusOf(one.attendeeId)).toBe('cancelled')
  })
})

describe('the consent to the privacy notice', () => {
  it.each(['confirmed', 'cancelled'] as const)(
    'withdrawn after the event or before: the record is %s',
    async (status) => {
      const event = await makeEvent()
      const { attendeeId } = await registered(event)
      const [privacy] = await db().select().from(consents).where(eq(consents.attendeeId, attendeeId))
      const now = status === 'confirmed' ? new Date('2027-06-01T00:00:00Z') : NOW
      expect((await withdrawConsent(participantOf(event, attendeeId), privacy?.id ?? '', now)).ok).toBe(true)
      expect(await statusOf(attendeeId)).toBe(status)
      const [after] = await db().select().from(consents).where(eq(consents.attendeeId, attendeeId))
      expect([after?.purpose, after?.withdrawnAt]).toEqual(['privacy', now])
    },
  )
})

describe('erasing what is optional', () => {
  it('takes fields, answers, files and their traces, gives places back, and keeps the evidence', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const form = await makeForm(event.id, [
      {
        questions: [
          { kind: 'short', required: true },
          { kind: 'one', options: ['Dinner'] },
          { kind: 'file' },
          { kind: 'short', staffOnly: true },
        ],
      },
    ])
    const [must, dinner, file, staff] = form.questions.map(({ id }) => id) as [string, string, string, string]
    const option = form.questions[1]?.options[0] ?? ''
    const id = await asked(event, must)
    await makeAnswer(id, dinner, [{ slot: '', text: option, optionId: option }])
    await addLimit(organizer, event.id, { subject: 'option', subjectIds: [option], capacity: 1 }, NOW)
    const fileId = newId()
    await transaction(async (tx) => {
      const facts = { name: 'cv.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x', createdAt: NOW }
      await tx
        .insert(files)
        .values({ id: fileId, eventId: event.id, purpose: 'answer', questionId: file, attendeeId: id, ...facts })
    })
    await makeAnswer(id, file, [{ slot: '', text: 'cv.pdf', fileId }])
    await makeAnswer(id, staff, 'A note of the staff')

    const other = await asked(event, must)
    expect(await eraseOptional(ANONYMOUS, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await eraseOptional(organizer, NOW)).toEqual({ ok: false, reason: 'not-found' })
    await eraseOptional(participantOf(event, other), NOW)
    expect((await answersOf(id)).size).toBe(4)

    const erased = await eraseOptional(participantOf(event, id), NOW)
    expect(erased.ok && erased.value.questions.toSorted()).toEqual([dinner, file].toSorted())
    const row = await rowOf(id)
    expect([row.phone, row.position, row.nativeName]).toEqual(['', '', ''])
    expect(row.givenName).not.toBe('')
    expect([...(await answersOf(id)).keys()].toSorted()).toEqual([must, staff].toSorted())
    expect(await db().select().from(files).where(eq(files.id, fileId))).toEqual([])
    const audit = JSON.stringify(await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id)))
    expect([audit.includes('996555123456'), audit.includes('Dean'), audit.includes(row.givenName)]).toEqual([
      false,
      false,
      true,
    ])
    expect((await seatState(event)).taken).toBe(2)
  })

  async function asked(event: TestEvent, must: string): Promise<string> {
    const form = filledForm(event, { phone: '+996555123456', position: 'Dean', nativeName: 'Гүлнара' })
    const sent = { typed: new Map([[`q.${must}`, ['Needed']]]), draftHash: '' }
    const result = await register(ANONYMOUS, event.slug, { ...form, sent }, WORDING, NOW)
    if (!result.ok) throw new Error(result.reason)
    return result.value.attendeeId
  }
})

describe('the language of letters', () => {
  it('is the participant’s to choose', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    expect(await writeIn(ANONYMOUS, 'ru', NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await writeIn(SYSTEM, 'ru', NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect((await writeIn(participantOf(event, attendeeId), 'ru', NOW)).ok).toBe(true)
    expect((await rowOf(attendeeId)).locale).toBe('ru')
    expect((await lastLetter(attendeeId))?.subject).toMatch(/[а-я]/)
  })
})

describe('earlier data', () => {
  it('fill in another event’s form for whoever holds the letter’s link, for a day', async () => {
    const [before, next] = [await makeEvent(), await makeEvent()]
    const { attendeeId } = await registered(before, { email: 'again@mail.test', position: 'Dean' })
    await sendEarlier(ANONYMOUS, 'Again@Mail.test', next.slug, NOW)
    const row = (await letters(attendeeId)).at(-1)
    expect(row).toMatchObject({ kind: 'earlier', eventId: next.id })
    const mail = await lastLetter(attendeeId)
    expect(mail?.to).toBe('again@mail.test')
    expect(mail?.text).toContain(`/e/${next.slug}/register?from=`)
    expect(mail?.text).not.toContain('/r/')
    const token = tokenIn(mail?.text, '?from=')
    expect(await earlierValues(token, next.slug, 'en', NOW)).toMatchObject({
      email: 'again@mail.test',
      position: 'Dean',
      typeId: '',
    })
    expect(await earlierValues(token, next.slug, 'en', later(EARLIER_MS))).toBeNull()
    expect(await earlierValues(token, before.slug, 'en', NOW)).toBeNull()
    const third = await makeEvent()
    expect(await earlierValues(token, third.slug, 'en', NOW)).toBeNull()
    for (const wrong of ['', linkToken(attendeeId, 1), token.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'))])
      expect(await earlierValues(wrong, next.slug, 'en', NOW)).toBeNull()
    // Revoked with the private link.
    const until = later(EARLIER_MS)
    expect(earlierToken({ attendeeId, linkVersion: 1, eventId: next.id, until })).toBe(token)
    await transaction(async (tx) => {
      await tx.update(attendees).set({ linkVersion: 2 }).where(eq(attendees.id, attendeeId))
    })
    expect(await earlierValues(token, next.slug, 'en', NOW)).toBeNull()
  })

  it('are sent to nobody unknown, nor for an event that is no more', async () => {
    const [before, next] = [await makeEvent(), await makeEvent()]
    const { attendeeId } = await registered(before, { email: 'known@mail.test' })
    await sendEarlier(ANONYMOUS, 'unknown@mail.test', next.slug, NOW)
    await sendEarlier(ANONYMOUS, 'known@mail.test', before.slug, NOW)
    await transaction(async (tx) => {
      await tx.update(events).set({ status: 'archived' }).where(eq(events.id, next.id))
    })
    await sendEarlier(ANONYMOUS, 'known@mail.test', next.slug, NOW)
    expect((await letters(attendeeId)).map(({ kind }) => kind)).toEqual(['confirmed'])
  })
})
