import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { confirmPastLimits, putOnWaitingList } from '#lib/attendees/mutations/decide'
import { addLimit } from '#lib/attendees/mutations/limits'
import { ANONYMOUS } from '#lib/auth/actor'
import { invitationToken } from '#lib/auth/link'
import { declineInvitation } from '#lib/invitations/mutations/decline'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { handOverPlace, keepPlace } from '#lib/invitations/mutations/handover'
import { registerInvited } from '#lib/invitations/mutations/register'
import { ownHandover, refusedHandover } from '#lib/invitations/queries/handover'
import { invitationOf } from '#lib/invitations/queries/invited'
import { compose } from '#lib/messages/queries/compose'
import { miscounted } from '#lib/seats/queries'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  seatState,
  statusOf,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'
import { invited } from '#tests/setup/invitations'
import { letterFor } from '#tests/setup/letters'

const DAY = 86_400_000
const later = (ms: number) => new Date(NOW.getTime() + ms)
const COLLEAGUE = { email: 'colleague@mail.test', givenName: 'Aida', familyName: 'Colleague', note: 'Please go' }

async function handed(event: TestEvent, attendeeId: string, change: Partial<typeof COLLEAGUE> = {}, now = NOW) {
  const asked = await handOverPlace(participantOf(event, attendeeId), { ...COLLEAGUE, ...change }, now)
  if (!asked.ok) throw new Error(asked.reason)
  return { id: asked.value.invitationId, token: invitationToken(asked.value.invitationId, 1) }
}
const take = (event: TestEvent, token: string, change: Record<string, string> = {}, now = NOW) =>
  registerInvited(
    ANONYMOUS,
    event.slug,
    filledForm(event, { email: COLLEAGUE.email, ...change }),
    WORDING,
    { token },
    now,
  )
const set = (event: TestEvent, change: Partial<typeof events.$inferInsert>) =>
  transaction(async (tx) => {
    await tx.update(events).set(change).where(eq(events.id, event.id))
  })
async function invitation(id: string) {
  const [row] = await db().select().from(invitations).where(eq(invitations.id, id))
  return row
}
const kinds = async (id: string) =>
  (await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, id)).orderBy(outbox.id)).map(
    (row) => row.kind,
  )

describe('handing the place to a colleague', () => {
  it('passes it on in one step when the colleague registers, from the same institution and in the same capacity', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [giver, next] = [await registered(event, { typeId: event.typeIds[1] ?? '' }), await registered(event)]
    const { id, token } = await handed(event, giver.attendeeId)
    expect(await statusOf(giver.attendeeId)).toBe('confirmed')
    expect(await ownHandover(participantOf(event, giver.attendeeId), NOW)).toMatchObject({ email: COLLEAGUE.email })
    const [row] = await db().select().from(outbox).where(eq(outbox.invitationId, id))
    const mail = row && (await compose({ ...row, attempts: 1 }, NOW))
    expect([mail?.to, mail?.text?.includes(`/i/${token}`)]).toEqual([COLLEAGUE.email, true])

    const elsewhere = await makeInstitution()
    const taken = await take(event, token, { institutionId: elsewhere, institution: 'Elsewhere' }, later(DAY))
    expect(taken).toMatchObject({ ok: true, value: { status: 'confirmed' } })
    const colleagueId = taken.ok ? taken.value.attendeeId : ''
    const [colleague] = await db().select().from(attendees).where(eq(attendees.id, colleagueId))
    expect(colleague).toMatchObject({ institutionId: event.institutionId, typeId: event.typeIds[1] })
    const state = await seatState(event)
    expect([state.taken, state.seats]).toEqual([1, [colleagueId]])
    expect([await statusOf(giver.attendeeId), await statusOf(next.attendeeId)]).toEqual(['cancelled', 'waiting'])
    expect(await kinds(giver.attendeeId)).toEqual(['confirmed', 'handed-over'])
    expect(await invitation(id)).toMatchObject({ outcome: 'accepted', attendeeId: colleagueId })
    expect(await miscounted()).toEqual([])
  })

  it('is for the holder of a place alone, before the freeze date, one at a time, and not to oneself', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [giver, waiting] = [await registered(event, { email: 'giver@mail.test' }), await registered(event)]
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    for (const actor of [ANONYMOUS, organizer])
      expect(await handOverPlace(actor, COLLEAGUE, NOW)).toEqual({ ok: false, reason: 'not-found' })
    const ask = (id: string, change: Partial<typeof COLLEAGUE> = {}) =>
      handOverPlace(participantOf(event, id), { ...COLLEAGUE, ...change }, NOW)
    expect(await ask(waiting.attendeeId)).toEqual({ ok: false, reason: 'not-possible' })
    expect(await ask(giver.attendeeId, { email: 'Giver@mail.test' })).toEqual({ ok: false, reason: 'own' })
    await set(event, { freezesAt: NOW })
    expect(await ask(giver.attendeeId)).toEqual({ ok: false, reason: 'frozen' })
    await set(event, { freezesAt: later(DAY) })
    const { id } = await handed(event, giver.attendeeId)
    expect((await invitation(id))?.expiresAt).toEqual(later(DAY))
    expect(await ask(giver.attendeeId, { email: 'second@mail.test' })).toEqual({ ok: false, reason: 'open' })
  })

  it('does not tell who else is invited; whoever is registered needs no place', async () => {
    const event = await makeEvent()
    const [giver, other] = [await registered(event), await registered(event, { email: 'there@mail.test' })]
    expect(other.status).toBe('confirmed')
    const guest = await invited(event)
    const self = participantOf(event, giver.attendeeId)
    expect(await handOverPlace(self, { ...COLLEAGUE, email: 'there@mail.test' }, NOW)).toEqual({
      ok: false,
      reason: 'registered',
    })
    expect((await handOverPlace(self, { ...COLLEAGUE, email: guest.email }, NOW)).ok).toBe(true)
  })

  it('can be taken back until it is accepted, by the giver alone', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [giver, other] = [await registered(event), await registered(event)]
    const { id, token } = await handed(event, giver.attendeeId)
    expect(await keepPlace(ANONYMOUS, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await keepPlace(participantOf(event, other.attendeeId), NOW)).toEqual({ ok: false, reason: 'not-possible' })
    expect((await keepPlace(participantOf(event, giver.attendeeId), NOW)).ok).toBe(true)
    expect(await take(event, token)).toEqual({ ok: false, reason: 'invitation-ended' })
    expect((await invitationOf(token, NOW))?.outcome).toBe('withdrawn')
    const deeds = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)
    expect(deeds.map(({ verb, actorKind }) => [verb, actorKind])).toEqual([['invitation.withdraw', 'participant']])
    expect(await statusOf(giver.attendeeId)).toBe('confirmed')
    expect((await handOverPlace(participantOf(event, giver.attendeeId), COLLEAGUE, NOW)).ok).toBe(true)
  })

  it('ends when the giver cancels, is moved to the waiting list, or time is up; nobody then gets a place twice', async () => {
    const event = await makeEvent({ capacity: 2 })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const [one, two] = [await registered(event), await registered(event)]
    const [first, second] = [
      await handed(event, one.attendeeId),
      await handed(event, two.attendeeId, { email: 'b@mail.test' }),
    ]
    const waiting = await registered(event)
    await cancelAttendee(participantOf(event, one.attendeeId), one.attendeeId, '', NOW)
    expect(await statusOf(waiting.attendeeId)).toBe('confirmed')
    expect(await take(event, first.token)).toEqual({ ok: false, reason: 'invitation-ended' })
    await putOnWaitingList(organizer, two.attendeeId, 'Full', NOW)
    expect(await take(event, second.token, { email: 'b@mail.test' })).toEqual({ ok: false, reason: 'invitation-ended' })
    const third = await handed(event, waiting.attendeeId, { email: 'c@mail.test' })
    await expireInvitations(later(7 * DAY))
    expect((await invitation(third.id))?.outcome).toBe('expired')
    expect(await statusOf(waiting.attendeeId)).toBe('confirmed')
    expect(await miscounted()).toEqual([])
  })

  it('tells the giver, in a letter and on the own page, when the colleague says no or does not answer', async () => {
    const event = await makeEvent({ capacity: 2 })
    const [one, two] = [await registered(event), await registered(event)]
    const { token } = await handed(event, one.attendeeId)
    await handed(event, two.attendeeId, { email: 'late@mail.test', familyName: 'Late' })
    const page = (id: string, at = NOW) => refusedHandover(participantOf(event, id), at)
    expect(await page(one.attendeeId)).toBeNull()
    for (const turn of [1, 2]) expect((await declineInvitation(ANONYMOUS, token, later(turn))).ok).toBe(true)
    await expireInvitations(later(7 * DAY))
    for (const { attendeeId } of [one, two]) expect(await kinds(attendeeId)).toEqual(['confirmed', 'handover-ended'])
    expect((await letterFor(one.attendeeId, 'handover-ended'))?.text).toContain(
      'Aida Colleague, but the invitation was declined. The place is still yours',
    )
    expect((await letterFor(two.attendeeId, 'handover-ended'))?.text).toContain('Aida Late, but the invitation was not')
    expect([await page(one.attendeeId), await page(two.attendeeId)]).toMatchObject([
      { familyName: 'Colleague', outcome: 'declined' },
      { familyName: 'Late', outcome: 'expired' },
    ])
    expect(await refusedHandover(ANONYMOUS, NOW)).toBeNull()
    // What came after counts: another colleague is asked, or the place is kept.
    await handed(event, one.attendeeId, { email: 'other@mail.test' }, later(8 * DAY))
    expect(await page(one.attendeeId, later(8 * DAY))).toBeNull()
    await cancelAttendee(participantOf(event, one.attendeeId), one.attendeeId, '', later(8 * DAY))
    expect(await letterFor(one.attendeeId, 'handover-ended')).toBeNull()
  })

  it('an invitation that passes no place on ends without a letter to anybody', async () => {
    const event = await makeEvent({ capacity: 1 })
    const { id, token } = await invited(event)
    await declineInvitation(ANONYMOUS, token, NOW)
    expect((await invitation(id))?.outcome).toBe('declined')
    expect(
      await db()
        .select()
        .from(outbox)
        .where(and(eq(outbox.eventId, event.id), eq(outbox.kind, 'handover-ended'))),
    ).toEqual([])
  })

  it('stays the giver’s where another limit keeps the colleague out, with all that was typed refused as a whole', async () => {
    const event = await makeEvent({ capacity: 5 })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    await addLimit(organizer, event.id, { subject: 'country', subjectIds: ['UZ'], capacity: 1 }, NOW)
    await registered(event, { countryCode: 'UZ' })
    const giver = await registered(event)
    const { id, token } = await handed(event, giver.attendeeId)
    expect(await take(event, token, { countryCode: 'UZ' })).toEqual({
      ok: false,
      reason: 'invalid',
      field: 'countryCode',
      code: 'limit',
    })
    expect([await statusOf(giver.attendeeId), (await invitation(id))?.outcome]).toEqual(['confirmed', null])
    expect((await seatState(event)).taken).toBe(2)
    expect(await miscounted()).toEqual([])
    expect((await take(event, token, { countryCode: 'KZ' })).ok).toBe(true)
    expect(await miscounted()).toEqual([])
  })

  it('passes on in pools that are full or past their limit, where the institution and type have no place more', async () => {
    const event = await makeEvent({ capacity: 1 })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    for (const [subject, id] of [
      ['institution', event.institutionId],
      ['type', event.typeIds[0] ?? ''],
    ] as const)
      await addLimit(organizer, event.id, { subject, subjectIds: [id], capacity: 1 }, NOW)
    const [giver, guest] = [await registered(event), await registered(event)]
    expect((await confirmPastLimits(organizer, guest.attendeeId, 'A guest', NOW)).ok).toBe(true)
    const { token } = await handed(event, giver.attendeeId)
    expect(await take(event, token)).toMatchObject({ value: { status: 'confirmed' } })
    expect((await seatState(event)).taken).toBe(2)
    expect(await miscounted()).toEqual([])
  })

  it('lets nobody in between: those who wait, cancel and register at the same moment get what is theirs', async () => {
    for (let round = 0; round < 6; round++) {
      const event = await makeEvent({ capacity: 2 })
      const [giver, other] = [await registered(event), await registered(event)]
      const waiting = [await registered(event), await registered(event)]
      const { token } = await handed(event, giver.attendeeId)
      const work = [
        () => take(event, token),
        () => cancelAttendee(participantOf(event, other.attendeeId), other.attendeeId, '', NOW),
        () => registered(event),
        () => cancelAttendee(participantOf(event, giver.attendeeId), giver.attendeeId, '', NOW),
        () => registered(event),
      ]
      const order = work.map((_, i) => work[(i * 2 + round) % work.length] as () => Promise<unknown>)
      await Promise.all(order.map((act) => act()))
      const state = await seatState(event)
      expect([state.taken, state.confirmed.length]).toEqual([2, 2])
      expect(await statusOf(giver.attendeeId)).toBe('cancelled')
      const [colleague] = await db()
        .select({ id: attendees.id })
        .from(attendees)
        .where(and(eq(attendees.eventId, event.id), eq(attendees.emailKey, COLLEAGUE.email)))
      // Whichever came first: the colleague has the place, or the first who waited.
      const passed = (await invitationOf(token, NOW))?.outcome === 'accepted'
      expect(passed).toBe(colleague !== undefined && state.confirmed.includes(colleague.id))
      expect(await statusOf(waiting[0]?.attendeeId ?? '')).toBe('confirmed')
      expect(await miscounted()).toEqual([])
    }
  })

  it('control: cancelling and registering instead loses the place to whoever waits', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [giver, waiting] = [await registered(event), await registered(event)]
    await cancelAttendee(participantOf(event, giver.attendeeId), giver.attendeeId, '', NOW)
    const colleague = await registered(event)
    expect([await statusOf(waiting.attendeeId), colleague.status]).toEqual(['confirmed', 'waiting'])
  })
})
