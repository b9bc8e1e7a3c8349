import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { addLimit } from '#lib/attendees/mutations/limits'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { invitationToken, linkToken } from '#lib/auth/link'
import { archiveType } from '#lib/events/mutations/types'
import { declineInvitation } from '#lib/invitations/mutations/decline'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { changeExpiry } from '#lib/invitations/mutations/extend'
import { inviteMany } from '#lib/invitations/mutations/invite'
import { resendInvitation } from '#lib/invitations/mutations/resend'
import { markSeen } from '#lib/invitations/mutations/seen'
import { withdrawInvitation } from '#lib/invitations/mutations/withdraw'
import { invitationsOf } from '#lib/invitations/queries/desk'
import { invitationOf } from '#lib/invitations/queries/invited'
import { makeEvent, makeUser, NOW, registered, SYSTEM, statusOf, type TestEvent } from '#tests/setup/factories'
import { heldBy, invitationRow, invited, invitee, TERMS, takenOf, UNTIL } from '#tests/setup/invitations'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const lettersTo = (id: string) => db().select().from(outbox).where(eq(outbox.invitationId, id))
const verbsOf = async (id: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id))).map(({ verb }) => verb).toSorted()

describe('inviting', () => {
  it('sends each a letter and holds a place for each', async () => {
    const event = await makeEvent({ capacity: 3 })
    const result = await inviteMany(await organizerOf(event), event.id, [invitee(), invitee()], TERMS, NOW)
    const ids = result.ok ? result.value.invited : []
    expect(ids).toHaveLength(2)
    expect(await takenOf(event.id)).toEqual({ event: 2 })
    for (const id of ids) {
      expect(await heldBy(id)).toEqual({ event: 1 })
      expect(await lettersTo(id)).toMatchObject([{ kind: 'invitation', status: 'queued', eventId: event.id }])
      expect(await verbsOf(id)).toEqual(['invitation.send'])
    }
    expect([(await registered(event)).status, (await registered(event)).status]).toEqual(['confirmed', 'waiting'])
  })

  it('holds places of the type too, and in limits that come later', async () => {
    const event = await makeEvent({ capacity: 9 })
    const [typeId = ''] = event.typeIds
    const actor = await organizerOf(event)
    const { id } = await invited(event, { typeId })
    expect(await heldBy(id)).toEqual({ event: 1 })
    const set = await addLimit(actor, event.id, { subject: 'type', subjectIds: [typeId], capacity: 1 }, NOW)
    const limit = `limit:${set.ok ? set.value.limitId : ''}`
    expect(await heldBy(id)).toEqual({ event: 1, [limit]: 1 })
    expect(await inviteMany(actor, event.id, [invitee()], { ...TERMS, typeId }, NOW)).toEqual({
      ok: false,
      reason: 'full',
      free: 0,
    })
    await archiveType(actor, event.id, typeId, true, NOW)
    expect(await heldBy(id)).toEqual({ event: 1, [limit]: 1 })
  })

  it('invites nobody where places are to be held and there are too few, and tells how many there are', async () => {
    const event = await makeEvent({ capacity: 2 })
    const people = [invitee(), invitee(), invitee()]
    const refused = await inviteMany(SYSTEM, event.id, people, TERMS, NOW)
    expect(refused).toEqual({ ok: false, reason: 'full', free: 2 })
    expect(await takenOf(event.id)).toEqual({ event: 0 })
    // Without places there is no end to inviting.
    const free = await inviteMany(SYSTEM, event.id, people, { ...TERMS, holds: false }, NOW)
    expect(free).toMatchObject({ ok: true, value: { skipped: [] } })
    expect(await takenOf(event.id)).toEqual({ event: 0 })
  })

  it('leaves out who is registered, invited already, or named twice', async () => {
    const event = await makeEvent()
    await registered(event, { email: 'here@mail.test' })
    const before = await invited(event)
    const fresh = invitee()
    const people = [
      { ...fresh },
      { ...fresh, email: fresh.email.toUpperCase() },
      before,
      { ...fresh, email: 'Here@mail.test' },
    ]
    expect(await inviteMany(SYSTEM, event.id, people, TERMS, NOW)).toMatchObject({
      value: {
        invited: { length: 1 },
        skipped: [{ why: 'twice' }, { why: 'invited' }, { email: 'Here@mail.test', why: 'registered' }],
      },
    })
    // Whose invitation has ended may be invited again.
    await withdrawInvitation(SYSTEM, before.id, NOW)
    expect(await inviteMany(SYSTEM, event.id, [before], TERMS, NOW)).toMatchObject({ value: { skipped: [] } })
  })

  it('is possible for a published event that is to come, until a moment to come, in a type of its own', async () => {
    const event = await makeEvent()
    const other = await makeEvent()
    const invite = (change: object, now = NOW) =>
      inviteMany(SYSTEM, event.id, [invitee()], { ...TERMS, ...change }, now)
    const refused = (reason: string) => ({ ok: false, reason })
    expect(await invite({ expiresAt: NOW })).toEqual(refused('not-possible'))
    expect(await invite({ typeId: other.typeIds[0] })).toEqual(refused('not-found'))
    const after = new Date('2027-05-01T00:00:00Z')
    expect(await invite({ expiresAt: new Date('2027-06-01T00:00:00Z') }, after)).toEqual(refused('not-possible'))
    await transaction(async (tx) => {
      await tx.update(events).set({ status: 'draft' }).where(eq(events.id, event.id))
    })
    expect(await invite({})).toEqual(refused('not-possible'))
  })
})

describe('an invitation', () => {
  it('gives its place on when it is withdrawn, declined or runs out, once', async () => {
    const event = await makeEvent({ capacity: 3 })
    const [one, two, three] = [await invited(event), await invited(event), await invited(event)]
    const waiting = [await registered(event), await registered(event), await registered(event)]
    const promoted = (i: number) => ({ ok: true, value: { promoted: [waiting[i]?.attendeeId] } })
    expect(await withdrawInvitation(SYSTEM, one.id, NOW)).toEqual(promoted(0))
    expect(await withdrawInvitation(SYSTEM, one.id, NOW)).toEqual({ ok: false, reason: 'not-possible' })
    expect(await declineInvitation(ANONYMOUS, two.token, NOW)).toEqual(promoted(1))
    expect(await declineInvitation(ANONYMOUS, two.token, NOW)).toEqual({ ok: true, value: { promoted: [] } })
    await expireInvitations(new Date(UNTIL.getTime() - 1))
    expect(await statusOf(waiting[2]?.attendeeId ?? '')).toBe('waiting')
    expect(await expireInvitations(UNTIL)).toBeGreaterThanOrEqual(1)
    expect(await expireInvitations(UNTIL)).toBe(0)
    expect(await statusOf(waiting[2]?.attendeeId ?? '')).toBe('confirmed')
    expect(await takenOf(event.id)).toEqual({ event: 3 })
    for (const { id } of [one, two, three]) expect(await heldBy(id)).toEqual({})
    expect((await invitationRow(three.id))?.outcome).toBe('expired')
    expect(await verbsOf(three.id)).toEqual(['invitation.expire', 'invitation.send'])
  })

  it('is sent again, but not while the last letter is on its way or young', async () => {
    const event = await makeEvent()
    const { id } = await invited(event)
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    expect(await resendInvitation(SYSTEM, id, later(60))).toEqual({ ok: false, reason: 'too-soon' })
    const sent = (sentAt: Date) =>
      transaction(async (tx) => {
        await tx.update(outbox).set({ status: 'sent', sentAt }).where(eq(outbox.invitationId, id))
      })
    await sent(later(1))
    expect(await resendInvitation(SYSTEM, id, later(10))).toEqual({ ok: false, reason: 'too-soon' })
    expect((await resendInvitation(SYSTEM, id, later(30))).ok).toBe(true)
    expect(await lettersTo(id)).toHaveLength(2)
    await withdrawInvitation(SYSTEM, id, later(31))
    await sent(later(31))
    expect(await resendInvitation(SYSTEM, id, later(90))).toEqual({ ok: false, reason: 'not-possible' })
  })

  it('stands longer when that is changed, and never until what is past', async () => {
    const event = await makeEvent()
    const { id } = await invited(event)
    const later = new Date(UNTIL.getTime() + 86_400_000)
    expect((await changeExpiry(SYSTEM, id, later, NOW)).ok).toBe(true)
    await expireInvitations(UNTIL)
    expect((await invitationRow(id))?.outcome).toBeNull()
    expect(await changeExpiry(SYSTEM, id, NOW, NOW)).toEqual({ ok: false, reason: 'not-possible' })
    await expireInvitations(later)
    expect((await invitationRow(id))?.outcome).toBe('expired')
    expect(await changeExpiry(SYSTEM, id, new Date(later.getTime() + 1), later)).toEqual({
      ok: false,
      reason: 'not-possible',
    })
  })

  it('is read by its link alone, and first seen once', async () => {
    const event = await makeEvent()
    const { id, token, email } = await invited(event, { note: 'We hope for your talk.' })
    expect(await invitationOf(token, NOW)).toMatchObject({
      id,
      email,
      slug: event.slug,
      outcome: null,
      attendeeToken: null,
    })
    expect(await invitationOf(token, UNTIL)).toMatchObject({ outcome: 'expired' })
    await markSeen(ANONYMOUS, token, NOW)
    await markSeen(ANONYMOUS, token, new Date(NOW.getTime() + 1000))
    expect((await invitationRow(id))?.seenAt).toEqual(NOW)
    for (const wrong of [linkToken(id, 1), invitationToken(id, 2), 'x', '']) {
      expect(await invitationOf(wrong, NOW)).toBeNull()
      expect(await declineInvitation(ANONYMOUS, wrong, NOW)).toEqual({ ok: false, reason: 'not-found' })
    }
  })

  it('is the event’s organizers’ alone; staff read', async () => {
    const event = await makeEvent()
    const elsewhere = await makeEvent()
    const { id } = await invited(event)
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const others: Actor[] = [ANONYMOUS, staff, await organizerOf(elsewhere)]
    const notFound = { ok: false, reason: 'not-found' }
    for (const actor of others) {
      expect(await inviteMany(actor, event.id, [invitee()], TERMS, NOW)).toEqual(notFound)
      expect(await resendInvitation(actor, id, NOW)).toEqual(notFound)
      expect(await withdrawInvitation(actor, id, NOW)).toEqual(notFound)
      expect(await changeExpiry(actor, id, UNTIL, NOW)).toEqual(notFound)
    }
    expect((await invitationsOf(staff, event.id)).total).toBe(1)
    expect((await invitationsOf(await organizerOf(elsewhere), event.id)).total).toBe(0)
    expect((await withdrawInvitation(await organizerOf(event), id, NOW)).ok).toBe(true)
  })

  it('is counted and filtered by how far it came', async () => {
    const event = await makeEvent()
    const all = [
      await invited(event),
      await invited(event),
      await invited(event),
      await invited(event),
      await invited(event),
    ]
    const [failed, sent, seen, gone] = all.map(({ id }) => id)
    const letter = (id: string | undefined, status: 'sent' | 'failed') =>
      transaction(async (tx) => {
        await tx
          .update(outbox)
          .set({ status })
          .where(and(eq(outbox.invitationId, id ?? '')))
      })
    await letter(failed, 'failed')
    await letter(sent, 'sent')
    await letter(seen, 'sent')
    await markSeen(ANONYMOUS, all[2]?.token ?? '', NOW)
    await withdrawInvitation(SYSTEM, gone ?? '', NOW)
    const { counts, total } = await invitationsOf(SYSTEM, event.id)
    expect(total).toBe(5)
    expect(counts).toMatchObject({ failed: 1, sent: 1, seen: 1, withdrawn: 1, waiting: 1, accepted: 0 })
    for (const [i, status] of (['failed', 'sent', 'seen', 'withdrawn', 'waiting'] as const).entries()) {
      const { rows, total: n } = await invitationsOf(SYSTEM, event.id, { status })
      expect([n, rows.map((row) => [row.id, row.status])]).toEqual([1, [[all[i]?.id, status]]])
    }
  })
})
