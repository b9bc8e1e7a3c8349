import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { declineAttendee } from '#lib/attendees/mutations/decide'
import { editOwn } from '#lib/attendees/mutations/edit-own'
import { addLimit } from '#lib/attendees/mutations/limits'
import { registerAgain } from '#lib/attendees/mutations/return'
import { answersOf } from '#lib/attendees/queries/answers'
import { correction, ownEdit, ownReturn } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { endCode } from '#lib/invitations/mutations/codes'
import {
  makeEvent,
  makeInstitution,
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
import { makeForm } from '#tests/setup/forms'
import { came, codeWith, UNTIL } from '#tests/setup/invitations'

const DAY = 86_400_000
const sent = (typed: Record<string, string> = {}) => ({
  typed: new Map(Object.entries(typed).map(([name, value]) => [name, [value]])),
  draftHash: 'none',
})

async function rowOf(id: string) {
  const [row] = await db().select().from(attendees).where(eq(attendees.id, id))
  if (!row) throw new Error('gone')
  return row
}

/** The form as it stands filled in, with changes. */
async function formOf(id: string, change: Record<string, string> = {}) {
  const {
    email,
    title,
    givenName,
    familyName,
    nativeName,
    position,
    countryCode,
    typeId,
    phone,
    institutionId,
    revision,
  } = await rowOf(id)
  const known = { email, title, givenName, familyName, nativeName, position, countryCode, typeId, phone, institutionId }
  return { ...known, institution: 'University', revision: String(revision), ...change }
}
const edit = async (event: TestEvent, id: string, change: Record<string, string> = {}, typed = {}, now = NOW) =>
  editOwn(participantOf(event, id), { ...ownEdit.parse(await formOf(id, change)), sent: sent(typed) }, 'en', now)
const comeBack = async (event: TestEvent, id: string, change: Record<string, string> = {}, typed = {}, now = NOW) => {
  const form = await formOf(id, { noticeId: event.noticeId, privacy: 'on', ...change })
  return registerAgain(participantOf(event, id), { ...ownReturn.parse(form), sent: sent(typed) }, WORDING, now)
}
const set = (event: TestEvent, change: Partial<typeof events.$inferInsert>) =>
  transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, event.id))
  })
const kinds = async (id: string) =>
  (await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, id)).orderBy(outbox.id)).map(
    (row) => row.kind,
  )
const verbs = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)).map(
    ({ verb, actorKind }) => `${verb} ${actorKind}`,
  )
const limit = async (
  actor: Actor,
  event: TestEvent,
  subject: 'type' | 'country' | 'institution',
  id: string,
  n: number,
) => addLimit(actor, event.id, { subject, subjectIds: [id], capacity: n }, NOW)

describe('somebody changes the own data', () => {
  it('with the answers, at once, in the history and in a letter', async () => {
    const event = await makeEvent()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short' }] }])
    const question = form.questions[0]?.id ?? ''
    const { attendeeId } = await registered(event)
    const saved = await edit(
      event,
      attendeeId,
      { givenName: 'Oʻktam', phone: '+996555123456' },
      { [`q.${question}`]: 'Tea' },
    )
    expect(saved).toEqual({ ok: true, value: { changed: true, asked: null } })
    expect(await rowOf(attendeeId)).toMatchObject({ givenName: 'Oʻktam', phone: '+996555123456', revision: 2 })
    expect((await answersOf(attendeeId)).get(question)?.[0]?.text).toBe('Tea')
    expect(await verbs(attendeeId)).toEqual([
      'attendee.register anonymous',
      'attendee.correct participant',
      'attendee.answer participant',
    ])
    expect(await kinds(attendeeId)).toEqual(['confirmed', 'changed'])
    expect(await edit(event, attendeeId, {}, { [`q.${question}`]: 'Tea' })).toEqual({
      ok: true,
      value: { changed: false, asked: null },
    })
  })

  it('is told in ten letters an hour at most, and kept without one beyond', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    const changes = async () => (await kinds(attendeeId)).filter((kind) => kind === 'changed').length
    for (let n = 0; n < 12; n++) await edit(event, attendeeId, { position: `Dean ${n}` })
    expect([await changes(), (await rowOf(attendeeId)).position]).toEqual([10, 'Dean 11'])
    await edit(event, attendeeId, { position: 'Rector' }, {}, new Date(NOW.getTime() + DAY / 24))
    expect(await changes()).toBe(11)
    // Control: another is told all the same.
    const other = await registered(event)
    await edit(event, other.attendeeId, { position: 'Rector' })
    expect(await kinds(other.attendeeId)).toEqual(['confirmed', 'changed'])
  })

  it('is nobody else’s to change', async () => {
    const event = await makeEvent()
    const [one, two] = [await registered(event), await registered(event)]
    const form = { ...ownEdit.parse(await formOf(one.attendeeId, { givenName: 'Stolen' })), sent: sent() }
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    for (const actor of [ANONYMOUS, organizer])
      expect(await editOwn(actor, form, 'en', NOW)).toEqual({ ok: false, reason: 'not-found' })
    await editOwn(participantOf(event, two.attendeeId), form, 'en', NOW)
    expect((await rowOf(one.attendeeId)).givenName).not.toBe('Stolen')
  })

  it('is refused after the freeze date and for those who are out, and kept from overwriting', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    const stale = await formOf(attendeeId, { givenName: 'Late' })
    await edit(event, attendeeId, { givenName: 'First' })
    const late = { ...ownEdit.parse(stale), sent: sent() }
    expect(await editOwn(participantOf(event, attendeeId), late, 'en', NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    await set(event, { freezesAt: new Date(NOW.getTime() + DAY) })
    expect((await edit(event, attendeeId, { givenName: 'Before' })).ok).toBe(true)
    const frozen = await edit(event, attendeeId, { givenName: 'After' }, {}, new Date(NOW.getTime() + DAY))
    expect(frozen).toEqual({ ok: false, reason: 'frozen' })
    await cancelAttendee(participantOf(event, attendeeId), attendeeId, '', NOW)
    expect(await edit(event, attendeeId, { givenName: 'Gone' })).toEqual({ ok: false, reason: 'not-possible' })
    expect((await rowOf(attendeeId)).givenName).toBe('Before')
  })

  it('moves the seats, or changes nothing where a limit leaves no room', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const [from, to] = [event.typeIds[0] ?? '', event.typeIds[1] ?? '']
    expect((await limit(organizer, event, 'type', to, 1)).ok).toBe(true)
    const first = await registered(event)
    const second = await registered(event)
    expect((await edit(event, first.attendeeId, { typeId: to })).ok).toBe(true)
    const refused = await edit(event, second.attendeeId, { typeId: to, givenName: 'Lost' })
    expect(refused).toEqual({ ok: false, reason: 'limit', limit: { subject: 'type', capacity: 1 } })
    expect(await rowOf(second.attendeeId)).toMatchObject({ typeId: from, revision: 1 })
    // The one who leaves makes room.
    expect((await edit(event, first.attendeeId, { typeId: from })).ok).toBe(true)
    expect((await edit(event, second.attendeeId, { typeId: to })).ok).toBe(true)
    expect((await seatState(event)).taken).toBe(2)
  })

  it('control: without the seats the limit would be passed by changing later', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    await limit(organizer, event, 'country', 'UZ', 1)
    await registered(event, { countryCode: 'UZ' })
    const { attendeeId } = await registered(event)
    expect(await edit(event, attendeeId, { countryCode: 'UZ' })).toMatchObject({ reason: 'limit' })
    await transaction(async (tx) => {
      await tx.update(attendees).set({ countryCode: 'UZ' }).where(eq(attendees.id, attendeeId))
    })
    const here = await db().select().from(attendees).where(eq(attendees.countryCode, 'UZ'))
    expect(here.filter((row) => row.eventId === event.id)).toHaveLength(2)
  })

  it('lets somebody in who waited for a limit that applies no longer', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    await limit(organizer, event, 'country', 'UZ', 0)
    const { attendeeId, status } = await registered(event, { countryCode: 'UZ' })
    expect(status).toBe('waiting')
    expect((await edit(event, attendeeId, { countryCode: 'KZ' })).ok).toBe(true)
    expect(await statusOf(attendeeId)).toBe('confirmed')
  })

  it('gives an option’s place back, and refuses one that is full where it was chosen', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const form = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['A', 'B'] }] }])
    const { id = '', options: [a = '', b = ''] = [] } = form.questions[0] ?? {}
    await addLimit(organizer, event.id, { subject: 'option', subjectIds: [a], capacity: 1 }, NOW)
    const [one, two] = [await registered(event), await registered(event)]
    expect((await edit(event, one.attendeeId, {}, { [`q.${id}`]: a })).ok).toBe(true)
    expect(await edit(event, two.attendeeId, { givenName: 'Kept' }, { [`q.${id}`]: a })).toMatchObject({
      reason: 'answers',
      problems: [{ problem: { code: 'option-full' } }],
    })
    expect((await edit(event, one.attendeeId, {}, { [`q.${id}`]: b })).ok).toBe(true)
    expect((await edit(event, two.attendeeId, {}, { [`q.${id}`]: a })).ok).toBe(true)
  })
})

describe('somebody who gave the place up', () => {
  it('registers again on the same record: with a seat, or at the end of the list', async () => {
    const event = await makeEvent({ capacity: 1 })
    const one = await registered(event)
    await cancelAttendee(participantOf(event, one.attendeeId), one.attendeeId, '', NOW)
    expect(await comeBack(event, one.attendeeId, { givenName: 'Again' })).toMatchObject({
      ok: true,
      value: { status: 'confirmed' },
    })
    expect(await rowOf(one.attendeeId)).toMatchObject({ givenName: 'Again', status: 'confirmed' })
    const two = await registered(event)
    await cancelAttendee(participantOf(event, one.attendeeId), one.attendeeId, '', NOW)
    expect(await statusOf(two.attendeeId)).toBe('confirmed')
    expect(await comeBack(event, one.attendeeId)).toMatchObject({ ok: true, value: { status: 'waiting' } })
    const state = await seatState(event)
    expect([state.taken, state.confirmed, state.queue]).toEqual([1, [two.attendeeId], [one.attendeeId]])
    expect(await comeBack(event, one.attendeeId)).toEqual({ ok: false, reason: 'not-possible' })
  })

  it.each(['open', 'ended', 'run out'] as const)(
    'with a code that is %s: ahead of the waiting list only to a place held',
    async (code) => {
      const event = await makeEvent({ capacity: 2 })
      const { id, code: typed } = await codeWith(event, 1)
      const one = await came(event, { code: typed })
      const attendeeId = one.ok ? one.value.attendeeId : ''
      await registered(event)
      const waiting = await registered(event)
      await cancelAttendee(participantOf(event, attendeeId), attendeeId, '', NOW)
      await set(event, { waitingMode: 'manual' })
      if (code === 'ended') await endCode(SYSTEM, id, NOW)
      const now = code === 'run out' ? UNTIL : NOW
      expect(await statusOf(waiting.attendeeId)).toBe('waiting')
      const status = code === 'open' ? 'confirmed' : 'waiting'
      expect(await comeBack(event, attendeeId, {}, {}, now)).toMatchObject({ ok: true, value: { status } })
    },
  )

  it('waits for a decision where the event decides, and confirms the address where that is asked', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    await set(event, { approval: true, confirmHours: 24 })
    await cancelAttendee(participantOf(event, attendeeId), attendeeId, '', NOW)
    expect(await comeBack(event, attendeeId)).toMatchObject({ value: { status: 'pending' } })
    expect((await rowOf(attendeeId)).confirmBy).toEqual(new Date(NOW.getTime() + DAY))
    expect(await kinds(attendeeId)).toEqual(['confirmed', 'cancelled', 'received'])
  })

  it('not while registration is closed, nor against what organizers decided', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const [own, theirs, applicant] = [await registered(event), await registered(event), await registered(event)]
    await cancelAttendee(participantOf(event, own.attendeeId), own.attendeeId, '', NOW)
    await cancelAttendee(organizer, theirs.attendeeId, '', NOW)
    expect(await comeBack(event, own.attendeeId, {}, {}, new Date('2027-04-11T00:00:00Z'))).toEqual({
      ok: false,
      reason: 'closed',
    })
    expect(await comeBack(event, theirs.attendeeId)).toEqual({ ok: false, reason: 'not-possible' })
    await transaction(async (tx) => {
      await tx.update(attendees).set({ status: 'pending' }).where(eq(attendees.id, applicant.attendeeId))
    })
    await declineAttendee(organizer, applicant.attendeeId, 'No', NOW)
    expect(await comeBack(event, applicant.attendeeId)).toEqual({ ok: false, reason: 'not-possible' })
    const other = await registered(event)
    const form = ownReturn.parse(await formOf(own.attendeeId, { noticeId: event.noticeId, privacy: 'on' }))
    for (const actor of [ANONYMOUS, organizer, participantOf(event, other.attendeeId)])
      expect((await registerAgain(actor, { ...form, sent: sent() }, WORDING, NOW)).ok).toBe(false)
  })

  it('is corrected by organizers with another address meanwhile: the form of before is refused', async () => {
    const event = await makeEvent()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const { attendeeId } = await registered(event)
    const stale = await formOf(attendeeId)
    const form = correction.parse({ ...(await rowOf(attendeeId)), ...stale, position: 'Dean' })
    expect((await correctAttendee(organizer, attendeeId, form, NOW)).ok).toBe(true)
    const late = { ...ownEdit.parse({ ...stale, position: 'Rector' }), sent: sent() }
    expect(await editOwn(participantOf(event, attendeeId), late, 'en', NOW)).toMatchObject({
      reason: 'changed-meanwhile',
    })
  })

  it('not with an institution that nobody knows, all or nothing', async () => {
    const event = await makeEvent()
    const { attendeeId } = await registered(event)
    const other = await makeInstitution()
    expect((await edit(event, attendeeId, { institutionId: other })).ok).toBe(true)
    const refused = await edit(event, attendeeId, { institutionId: '', institution: 'Nowhere', position: 'Lost' })
    expect(refused).toMatchObject({ reason: 'invalid', field: 'institution' })
    expect(await rowOf(attendeeId)).toMatchObject({ institutionId: other, position: '' })
  })
})
