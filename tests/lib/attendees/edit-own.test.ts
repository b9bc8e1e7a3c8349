import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { editOwn } from '#lib/attendees/mutations/edit-own'
import { addLimit } from '#lib/attendees/mutations/limits'
import { answersOf } from '#lib/attendees/queries/answers'
import { ownEdit } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
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
import { makeForm } from '#tests/setup/forms'
import { edit, formOf, kinds, rowOf, sent, setEvent } from '#tests/setup/own-form'

const DAY = 86_400_000
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
    await setEvent(event, { freezesAt: new Date(NOW.getTime() + DAY) })
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
