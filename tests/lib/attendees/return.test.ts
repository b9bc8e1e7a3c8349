import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { declineAttendee } from '#lib/attendees/mutations/decide'
import { editOwn } from '#lib/attendees/mutations/edit-own'
import { registerAgain } from '#lib/attendees/mutations/return'
import { correction, ownEdit, ownReturn } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
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
  WORDING,
} from '#tests/setup/factories'
import { came, codeWith, UNTIL } from '#tests/setup/invitations'
import { comeBack, edit, formOf, kinds, rowOf, sent, setEvent } from '#tests/setup/own-form'

const DAY = 86_400_000

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
      await setEvent(event, { waitingMode: 'manual' })
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
    await setEvent(event, { approval: true, confirmHours: 24 })
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
