import { describe, expect, it } from 'vitest'
import { addLimit } from '#lib/attendees/mutations/limits'
import { inviteMany } from '#lib/invitations/mutations/invite'
import { untilOf, usualUntil } from '#lib/invitations/policy/until'
import { codesWork } from '#lib/invitations/queries/offered'
import { freePlaces, leftOut } from '#lib/invitations/queries/preview'
import { invitationRecord } from '#lib/invitations/queries/record'
import { makeEvent, makeUser, NOW, registered, SYSTEM, type TestEvent } from '#tests/setup/factories'
import { codeWith, invited, invitee, TERMS, UNTIL } from '#tests/setup/invitations'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

describe('what is said before anything is sent', () => {
  it('is what sending then does: who is left out, and why', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const [open, came, fresh] = [invitee(), invitee(), invitee()]
    await invited(event, {}, open)
    await registered(event, { email: came.email.toUpperCase() })
    const people = [open, came, fresh, { ...fresh, email: fresh.email.toUpperCase() }]
    const said = await leftOut(actor, event.id, people)
    expect(said.map(({ why }) => why)).toEqual(['invited', 'registered', 'twice'])
    const sent = await inviteMany(actor, event.id, people, TERMS, NOW)
    expect(sent).toMatchObject({ ok: true, value: { skipped: said } })
  })

  it('counts the places that can be held: of the event, and of the type where it is given', async () => {
    const event = await makeEvent({ capacity: 5 })
    const actor = await organizerOf(event)
    const [typeId = '', other = ''] = event.typeIds
    await addLimit(actor, event.id, { subject: 'type', subjectIds: [typeId], capacity: 2 }, NOW)
    await invited(event, { typeId })
    expect(await freePlaces(actor, event.id, null)).toBe(4)
    expect(await freePlaces(actor, event.id, typeId)).toBe(1)
    expect(await freePlaces(actor, event.id, other)).toBe(4)
    const two = [invitee(), invitee()]
    expect(await inviteMany(actor, event.id, two, { ...TERMS, typeId }, NOW)).toMatchObject({ reason: 'full', free: 1 })
    const unlimited = await makeEvent({ capacity: null })
    expect(await freePlaces(SYSTEM, unlimited.id, null)).toBeNull()
  })

  it('tells staff and organizers of other events nothing', async () => {
    const [event, elsewhere] = [await makeEvent({ capacity: 5 }), await makeEvent()]
    const person = invitee()
    const { id } = await invited(event, {}, person)
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    for (const actor of [staff, await organizerOf(elsewhere)]) {
      expect(await leftOut(actor, event.id, [person])).toEqual([])
      expect(await freePlaces(actor, event.id, null)).toBeNull()
    }
    expect(await leftOut(await organizerOf(event), event.id, [person])).toHaveLength(1)
    expect(await invitationRecord(await organizerOf(elsewhere), event.id, id)).toBeNull()
    expect(await invitationRecord(staff, elsewhere.id, id)).toBeNull()
    expect(await invitationRecord(staff, event.id, id)).toMatchObject({
      email: person.email,
      letters: [{ status: 'queued' }],
    })
  })
})

describe('a code is asked for', () => {
  it('only where one still works', async () => {
    const event = await makeEvent()
    expect(await codesWork(event.id, NOW)).toBe(false)
    await codeWith(event, 2)
    expect(await codesWork(event.id, NOW)).toBe(true)
    expect(await codesWork(event.id, UNTIL)).toBe(false)
  })
})

describe('until when somebody is invited', () => {
  const event = { endsOn: '2027-04-24', timeZone: 'Asia/Bishkek' }

  it.each([
    ['2027-04-24T23:59', { ok: true, at: new Date('2027-04-24T17:59:00Z') }],
    ['2027-04-25T00:00', { ok: false, code: 'after-event' }],
    ['2027-03-01T16:00', { ok: false, code: 'past' }],
    ['2027-03-01T16:01', { ok: true, at: new Date('2027-03-01T10:01:00Z') }],
    ['2027-02-30T10:00', { ok: false, code: 'moment' }],
    ['soon', { ok: false, code: 'moment' }],
  ])('%s, by the clock of the event', (local, answer) => expect(untilOf(local, event, NOW)).toEqual(answer))

  it('is at first two weeks ahead, and no later than the last day', () => {
    expect(usualUntil(event, NOW)).toBe('2027-03-15T23:59')
    expect(usualUntil(event, new Date('2027-04-20T10:00:00Z'))).toBe('2027-04-24T23:59')
  })
})
