import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { addLimit } from '#lib/attendees/mutations/limits'
import { register } from '#lib/attendees/mutations/register'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { archiveType } from '#lib/events/mutations/types'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { registerInvited } from '#lib/invitations/mutations/register'
import { withdrawInvitation } from '#lib/invitations/mutations/withdraw'
import { invitationOf } from '#lib/invitations/queries/invited'
import { filledForm, makeEvent, NOW, registered, SYSTEM, statusOf, WORDING } from '#tests/setup/factories'
import { came, cameAs, heldBy, invitationRow, invited, takenOf, UNTIL } from '#tests/setup/invitations'

const set = (eventId: string, change: Partial<typeof events.$inferInsert>) =>
  transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, eventId))
  })
const attendee = async (id: string) => (await db().select().from(attendees).where(eq(attendees.id, id)))[0]

describe('whoever is invited', () => {
  it('takes the place that was held, in a full event, and ends the invitation', async () => {
    const event = await makeEvent({ capacity: 1 })
    const { id, token, email } = await invited(event)
    expect((await registered(event)).status).toBe('waiting')
    const result = await came(event, { token }, { email })
    const attendeeId = result.ok ? result.value.attendeeId : ''
    expect(await statusOf(attendeeId)).toBe('confirmed')
    expect([await heldBy(id), await takenOf(event.id)]).toEqual([{}, { event: 1 }])
    expect(await invitationRow(id)).toMatchObject({ outcome: 'accepted', endedAt: NOW, attendeeId })
    expect(await invitationOf(token, NOW)).toMatchObject({
      outcome: 'accepted',
      attendeeToken: linkToken(attendeeId, 1),
    })
    const verbs = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id))
    expect(verbs.map(({ verb }) => verb).toSorted()).toEqual(['invitation.accept', 'invitation.send'])
  })

  it('control: the same form without the invitation waits', async () => {
    const event = await makeEvent({ capacity: 1 })
    const { email } = await invited(event)
    expect((await registered(event, { email })).status).toBe('waiting')
  })

  it('comes before registration opens and after it closes, but not after the event', async () => {
    const event = await makeEvent()
    const early = new Date('2027-01-10T00:00:00Z')
    const late = new Date('2027-04-20T00:00:00Z')
    const over = new Date('2027-04-26T00:00:00Z')
    const until = { expiresAt: new Date('2027-05-20T00:00:00Z') }
    const form = filledForm(event)
    expect((await register(ANONYMOUS, event.slug, form, WORDING, early)).ok).toBe(false)
    expect(await cameAs(event, { token: (await invited(event, until)).token }, {}, early)).toBe('confirmed')
    expect(await cameAs(event, { token: (await invited(event, until)).token }, {}, late)).toBe('confirmed')
    expect(await cameAs(event, { token: (await invited(event, until)).token }, {}, over)).toBe('closed')
  })

  it('needs no approval, and comes in the capacity of the invitation, offered or not', async () => {
    const event = await makeEvent()
    await set(event.id, { approval: true })
    const typeId = event.typeIds[1] ?? ''
    const { token } = await invited(event, { typeId })
    await archiveType(SYSTEM, event.id, typeId, true, NOW)
    const result = await came(event, { token }, { typeId: event.typeIds[0] })
    expect(await attendee(result.ok ? result.value.attendeeId : '')).toMatchObject({ status: 'confirmed', typeId })
    expect((await registered(event)).status).toBe('pending')
  })

  it('confirms no address to which the letter went, only another', async () => {
    const event = await makeEvent()
    await set(event.id, { confirmHours: 24 })
    const [same, other] = [await invited(event), await invited(event)]
    const confirmBy = async (token: string, email: string) => {
      const result = await came(event, { token }, { email })
      return (await attendee(result.ok ? result.value.attendeeId : ''))?.confirmBy ?? null
    }
    expect(await confirmBy(same.token, same.email.toUpperCase())).toBeNull()
    expect(await confirmBy(other.token, 'colleague@mail.test')).not.toBeNull()
    // The letter's reader gets no link to what somebody registered at another address.
    expect(await invitationOf(other.token, NOW)).toMatchObject({ outcome: 'accepted', attendeeToken: null })
  })

  it('gets the same answer to the same form, and none to another', async () => {
    const event = await makeEvent()
    const { token } = await invited(event)
    const form = filledForm(event)
    const send = (one = form) => registerInvited(ANONYMOUS, event.slug, one, WORDING, { token }, NOW)
    const [first, again] = await Promise.all([send(), send()])
    expect(again).toMatchObject({ value: { attendeeId: first.ok && first.value.attendeeId, repeated: true } })
    expect(await takenOf(event.id)).toEqual({ event: 1 })
    expect(await send(filledForm(event))).toEqual({ ok: false, reason: 'invitation-ended' })
  })

  it('waits like everybody where another limit is full, and what was held goes on', async () => {
    const event = await makeEvent({ capacity: 2 })
    await addLimit(SYSTEM, event.id, { subject: 'country', subjectIds: ['KG'], capacity: 1 }, NOW)
    await registered(event)
    const { id, token } = await invited(event)
    const next = await registered(event, { countryCode: 'UZ' })
    expect(next.status).toBe('waiting')
    expect(await cameAs(event, { token })).toBe('waiting')
    expect([await heldBy(id), await statusOf(next.attendeeId)]).toEqual([{}, 'confirmed'])
  })

  it('waits without a place held, behind those who wait where places are given by hand', async () => {
    const event = await makeEvent({ capacity: 1 })
    await set(event.id, { waitingMode: 'manual' })
    await registered(event)
    await registered(event)
    await set(event.id, { waitingMode: 'manual' })
    const { token } = await invited(event, { holds: false })
    expect(await cameAs(event, { token })).toBe('waiting')
  })

  it('keeps the invitation where the form is refused', async () => {
    const event = await makeEvent({ capacity: 2 })
    await registered(event, { email: 'taken@mail.test' })
    const { id, token } = await invited(event)
    expect(await cameAs(event, { token }, { email: 'taken@mail.test' })).toBe('duplicate')
    expect([(await invitationRow(id))?.outcome, await heldBy(id)]).toEqual([null, { event: 1 }])
  })

  it('comes with an invitation that stands, to the event it is for', async () => {
    const [event, other] = [await makeEvent(), await makeEvent()]
    const [withdrawn, late, here] = [await invited(event), await invited(event), await invited(event)]
    await withdrawInvitation(SYSTEM, withdrawn.id, NOW)
    expect(await cameAs(event, { token: withdrawn.token })).toBe('invitation-ended')
    // Whether or not the clock has noticed.
    expect(await cameAs(event, { token: late.token }, {}, UNTIL)).toBe('invitation-ended')
    await expireInvitations(UNTIL)
    expect(await cameAs(event, { token: late.token }, {}, UNTIL)).toBe('invitation-ended')
    expect(await cameAs(other, { token: here.token })).toBe('not-found')
    expect(await cameAs(event, { token: linkToken(here.id, 1) })).toBe('not-found')
    await set(event.id, { status: 'draft' })
    expect(await cameAs(event, { token: here.token })).toBe('not-found')
  })
})
