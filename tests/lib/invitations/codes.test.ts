import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { confirmPastLimits, putOnWaitingList } from '#lib/attendees/mutations/decide'
import { addLimit, changeLimit, removeLimit } from '#lib/attendees/mutations/limits'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { limitsOf } from '#lib/attendees/queries/limits'
import { correction } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { cloneEvent } from '#lib/events/mutations/clone/event'
import { changeCode, endCode, makeCode, renewCode } from '#lib/invitations/mutations/codes'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { registerInvited } from '#lib/invitations/mutations/register'
import { codeOf, spellInvitation } from '#lib/invitations/policy/code'
import { codesOf } from '#lib/invitations/queries/desk'
import { codeFor } from '#lib/invitations/queries/invited'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  registered,
  SYSTEM,
  statusOf,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'
import { came, cameAs, codeRow, codeWith, heldBy, takenOf, UNTIL } from '#tests/setup/invitations'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const terms = { label: 'Higher School', places: 2, typeId: null, expiresAt: UNTIL }

async function comer(event: TestEvent, code: string, change: Parameters<typeof filledForm>[1] = {}) {
  const result = await came(event, { code }, change)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

describe('the code of an organization', () => {
  it('holds its places, and lets in as many, each in one that was held', async () => {
    const event = await makeEvent({ capacity: 4 })
    const [typeId = '', other] = event.typeIds
    const { id, code } = await codeWith(event, 2, typeId)
    expect([await heldBy(id), await takenOf(event.id)]).toEqual([{ event: 2 }, { event: 2, [`code:${id}`]: 0 }])
    expect([(await registered(event)).status, (await registered(event)).status]).toEqual(['confirmed', 'confirmed'])
    expect((await registered(event)).status).toBe('waiting')
    const one = await comer(event, code.toLowerCase().replace('-', ' '), { typeId: other })
    expect(await statusOf(one.attendeeId)).toBe('confirmed')
    const [row] = await db().select().from(attendees).where(eq(attendees.id, one.attendeeId))
    expect(row).toMatchObject({ typeId, codeId: id })
    expect(await codesOf(SYSTEM, event.id)).toMatchObject([{ id, code, places: 2, used: 1, held: 1 }])
    expect(await cameAs(event, { code })).toBe('confirmed')
    expect(await cameAs(event, { code })).toBe('code-used-up')
    expect(await takenOf(event.id)).toEqual({ event: 4, [`code:${id}`]: 2 })
  })

  it('has its place back when one of its people gives it up, before anybody who waits', async () => {
    const event = await makeEvent({ capacity: 1 })
    const { id, code } = await codeWith(event, 1)
    const waiting = await registered(event)
    const one = await comer(event, code)
    expect(await cancelAttendee(SYSTEM, one.attendeeId, '', NOW)).toEqual({ ok: true, value: { promoted: [] } })
    expect([await heldBy(id), await statusOf(waiting.attendeeId)]).toEqual([{ event: 1 }, 'waiting'])
    const two = await comer(event, code)
    expect(await putOnWaitingList(SYSTEM, two.attendeeId, 'x', NOW)).toMatchObject({ value: { promoted: [] } })
    expect(await heldBy(id)).toEqual({ event: 1 })
    // Not any more once it has ended.
    expect(await endCode(SYSTEM, id, NOW)).toEqual({ ok: true, value: { promoted: [waiting.attendeeId] } })
    expect(await heldBy(id)).toEqual({})
  })

  it('is refused with its reason: unknown, of another event, ended, run out, used up', async () => {
    const [event, other] = [await makeEvent(), await makeEvent()]
    const [ended, late, here] = [await codeWith(event, 1), await codeWith(event, 1), await codeWith(event, 1)]
    await endCode(SYSTEM, ended.id, NOW)
    for (const code of [ended.code, 'ABCD-EFGH', '', 'x', (await codeWith(other, 1)).code])
      expect(await cameAs(event, { code })).toBe('code-unknown')
    expect(await cameAs(event, { code: late.code }, {}, UNTIL)).toBe('code-unknown')
    expect(await codeFor(event.slug, late.code, UNTIL)).toBeNull()
    expect(await codeFor(event.slug, here.code, NOW)).toMatchObject({ id: here.id, left: 1 })
    expect(await codeFor(other.slug, here.code, NOW)).toBeNull()
    expect(await expireInvitations(UNTIL)).toBeGreaterThanOrEqual(2)
    expect((await codeRow(here.id))?.outcome).toBe('expired')
    expect(await takenOf(event.id)).toMatchObject({ event: 0 })
  })

  it('gets the same answer to the same form, also to the one that used it up', async () => {
    const event = await makeEvent()
    const { code } = await codeWith(event, 1)
    const form = filledForm(event)
    const send = () => registerInvited(ANONYMOUS, event.slug, form, WORDING, { code }, NOW)
    const first = await send()
    expect(await send()).toMatchObject({ value: { attendeeId: first.ok && first.value.attendeeId, repeated: true } })
  })

  it('is made and enlarged only with places that there are', async () => {
    const event = await makeEvent({ capacity: 3 })
    const made = await makeCode(SYSTEM, event.id, { ...terms, places: 4 }, NOW)
    expect(made).toEqual({ ok: false, reason: 'full', free: 3 })
    expect(await takenOf(event.id)).toEqual({ event: 0 })
    const { id, code } = await codeWith(event, 2)
    await registered(event)
    const change = (places: number) => changeCode(SYSTEM, id, { ...terms, places }, NOW)
    expect(await change(3)).toEqual({ ok: false, reason: 'full', free: 0 })
    expect(await heldBy(id)).toEqual({ event: 2 })
    await comer(event, code)
    const waiting = await registered(event)
    expect(await change(0)).toEqual({ ok: false, reason: 'below-used', used: 1 })
    expect(await change(1)).toEqual({ ok: true, value: { promoted: [waiting.attendeeId] } })
    expect(await takenOf(event.id)).toEqual({ event: 3, [`code:${id}`]: 1 })
  })

  it('has another spelling when it is renewed, and keeps its people', async () => {
    const event = await makeEvent()
    const { id, code } = await codeWith(event, 2)
    await comer(event, code)
    expect((await renewCode(SYSTEM, id, NOW)).ok).toBe(true)
    expect(await cameAs(event, { code })).toBe('code-unknown')
    const [row] = await codesOf(SYSTEM, event.id)
    expect([row?.code === code, row?.used]).toEqual([false, 1])
    expect(await cameAs(event, { code: row?.code ?? '' })).toBe('confirmed')
    const kept = JSON.stringify([await codeRow(id), await db().select().from(auditEntries)])
    expect(kept).not.toContain(codeOf({ id, version: 2 }))
    expect(kept).not.toContain(spellInvitation(codeOf({ id, version: 2 })))
  })

  it('lets its people in past a limit that others filled, and only them', async () => {
    const event = await makeEvent({ capacity: 2 })
    const { code } = await codeWith(event, 1)
    await addLimit(SYSTEM, event.id, { subject: 'institution', subjectIds: [], capacity: 1 }, NOW)
    const there = await registered(event)
    const colleague = await comer(event, code)
    // The limit of the institution keeps the colleague waiting, with the place held on.
    expect(colleague.status).toBe('waiting')
    const stranger = await registered(event, { institutionId: await makeInstitution() })
    expect(stranger.status).toBe('waiting')
    // Now the event is full for the stranger but not for the colleague, who stands ahead of nobody in it.
    expect(await cancelAttendee(SYSTEM, there.attendeeId, '', NOW)).toMatchObject({
      value: { promoted: { length: 2 } },
    })
    expect(await statusOf(colleague.attendeeId)).toBe('confirmed')
  })

  it('is no way around the event’s places: those behind a full event still come with it', async () => {
    const event = await makeEvent({ capacity: 2 })
    const { id, code } = await codeWith(event, 1)
    const limit = await addLimit(SYSTEM, event.id, { subject: 'country', subjectIds: ['UZ'], capacity: 0 }, NOW)
    await registered(event)
    const first = await registered(event)
    const blocked = await comer(event, code, { countryCode: 'UZ' })
    expect([first.status, blocked.status]).toEqual(['waiting', 'waiting'])
    const limitId = limit.ok ? limit.value.limitId : ''
    expect(await changeLimit(SYSTEM, event.id, limitId, 1, NOW)).toMatchObject({
      value: { promoted: [blocked.attendeeId] },
    })
    expect([await heldBy(id), await takenOf(event.id)]).toEqual([
      {},
      { event: 2, [`code:${id}`]: 1, [`limit:${limitId}`]: 1 },
    ])
  })

  it.each(['withdrawn', 'expired', 'open'] as const)(
    'blocks those who wait with it while it is open alone: %s',
    async (how) => {
      const event = await makeEvent({ capacity: 3 })
      const { id, code } = await codeWith(event, 1)
      const limit = await addLimit(SYSTEM, event.id, { subject: 'country', subjectIds: ['UZ'], capacity: 0 }, NOW)
      const waits = await comer(event, code, { countryCode: 'UZ' })
      const seated = await comer(event, code)
      expect([waits.status, seated.status]).toEqual(['waiting', 'confirmed'])
      const limitId = limit.ok ? limit.value.limitId : ''
      if (how === 'withdrawn') await endCode(SYSTEM, id, NOW)
      if (how === 'expired') await expireInvitations(UNTIL)
      const promoted = how === 'open' ? [] : [waits.attendeeId]
      expect(await changeLimit(SYSTEM, event.id, limitId, 1, NOW)).toMatchObject({ value: { promoted } })
      expect(await takenOf(event.id)).toMatchObject({ event: 1 + promoted.length, [`code:${id}`]: 1 })
      expect((await diagnose()).filter((finding) => finding.event === event.slug)).toEqual([])
    },
  )

  it('holds on, past the limit if need be, when limits come, go and shrink', async () => {
    const event = await makeEvent({ capacity: 5 })
    const [typeId = ''] = event.typeIds
    const { id, code } = await codeWith(event, 3, typeId)
    const limit = await addLimit(SYSTEM, event.id, { subject: 'type', subjectIds: [typeId], capacity: 1 }, NOW)
    const limitId = limit.ok ? limit.value.limitId : ''
    expect(await heldBy(id)).toEqual({ event: 3, [`limit:${limitId}`]: 3 })
    await setCapacity(SYSTEM, event.id, 2, 5, NOW)
    // The place is the organization's: taking it takes none from anybody.
    const one = await comer(event, code)
    expect(one.status).toBe('confirmed')
    expect(await takenOf(event.id)).toEqual({ event: 3, [`code:${id}`]: 1, [`limit:${limitId}`]: 3 })
    await cancelAttendee(SYSTEM, one.attendeeId, '', NOW)
    expect(await heldBy(id)).toEqual({ event: 3, [`limit:${limitId}`]: 3 })
    await removeLimit(SYSTEM, event.id, limitId, NOW)
    expect(await heldBy(id)).toEqual({ event: 3 })
    // The places of a code are no limit of that page.
    expect(await limitsOf(SYSTEM, { id: event.id, defaultLocale: 'en' }, 'en')).toEqual([])
    expect(await changeLimit(SYSTEM, event.id, id, 99, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await removeLimit(SYSTEM, event.id, id, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('counts somebody whose record is corrected on', async () => {
    const event = await makeEvent({ capacity: 3 })
    const { id, code } = await codeWith(event, 2)
    const one = await comer(event, code)
    const [row] = await db().select().from(attendees).where(eq(attendees.id, one.attendeeId))
    const form = { ...row, institution: 'University', revision: String(row?.revision), typeId: event.typeIds[1] }
    expect((await correctAttendee(SYSTEM, one.attendeeId, correction.parse(form), NOW)).ok).toBe(true)
    expect(await takenOf(event.id)).toEqual({ event: 2, [`code:${id}`]: 1 })
    expect((await diagnose()).filter((finding) => finding.event === event.slug)).toEqual([])
  })

  it('has back the next place to become free where its own is somebody else’s meanwhile, and never one past the limit', async () => {
    const event = await makeEvent()
    const [own = '', other = ''] = event.typeIds
    const { id, code } = await codeWith(event, 1, own)
    const limit = await addLimit(SYSTEM, event.id, { subject: 'type', subjectIds: [own], capacity: 1 }, NOW)
    const limitKey = `limit:${limit.ok ? limit.value.limitId : ''}`
    const one = await comer(event, code)
    const [row] = await db().select().from(attendees).where(eq(attendees.id, one.attendeeId))
    const form = { ...row, institution: 'University', revision: String(row?.revision), typeId: other }
    expect((await correctAttendee(SYSTEM, one.attendeeId, correction.parse(form), NOW)).ok).toBe(true)
    const next = await registered(event, { typeId: own })
    expect(next.status).toBe('confirmed')
    await cancelAttendee(SYSTEM, one.attendeeId, '', NOW)
    expect([await heldBy(id), await takenOf(event.id)]).toMatchObject([{ event: 1 }, { [limitKey]: 1 }])
    expect((await diagnose()).filter((finding) => finding.event === event.slug)).toEqual([])
    const third = await registered(event, { typeId: own })
    await cancelAttendee(SYSTEM, next.attendeeId, '', NOW)
    expect(await heldBy(id)).toEqual({ event: 1, [limitKey]: 1 })
    expect(await statusOf(third.attendeeId)).toBe('waiting')
  })

  it.each(['confirmed past the limit', 'moved up'])(
    'gives on the place in its own capacity when somebody in another is %s',
    async (how) => {
      const event = await makeEvent()
      const [own = '', other = ''] = event.typeIds
      const { id, code } = await codeWith(event, 1, own)
      await addLimit(SYSTEM, event.id, { subject: 'type', subjectIds: [own], capacity: 1 }, NOW)
      const limit = await addLimit(SYSTEM, event.id, { subject: 'country', subjectIds: ['UZ'], capacity: 0 }, NOW)
      const one = await comer(event, code, { countryCode: 'UZ' })
      const next = await registered(event, { typeId: own })
      expect([one.status, next.status]).toEqual(['waiting', 'waiting'])
      const [row] = await db().select().from(attendees).where(eq(attendees.id, one.attendeeId))
      const form = { ...row, institution: 'University', revision: String(row?.revision), typeId: other }
      await correctAttendee(SYSTEM, one.attendeeId, correction.parse(form), NOW)
      if (how === 'moved up') await changeLimit(SYSTEM, event.id, limit.ok ? limit.value.limitId : '', 1, NOW)
      else await confirmPastLimits(SYSTEM, one.attendeeId, 'a guest of the rector', NOW)
      expect([await statusOf(one.attendeeId), await statusOf(next.attendeeId)]).toEqual(['confirmed', 'confirmed'])
      expect(await heldBy(id)).toEqual({})
    },
  )

  it('stays behind when the event is copied', async () => {
    const event = await makeEvent({ capacity: 3 })
    await codeWith(event, 2)
    const dates = { startsOn: '2028-04-23', endsOn: '2028-04-24' }
    const copy = await cloneEvent(await organizerOf(event), event.id, { ...dates, slug: '', titles: {} } as never, NOW)
    const id = copy.ok ? copy.value.id : ''
    expect([await codesOf(SYSTEM, id), await takenOf(id)]).toEqual([[], { event: 0 }])
  })

  it('is the event’s organizers’ alone; staff see it without its spelling', async () => {
    const [event, elsewhere] = [await makeEvent(), await makeEvent()]
    const { id, code } = await codeWith(event, 1)
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const others: Actor[] = [ANONYMOUS, staff, await organizerOf(elsewhere)]
    const notFound = { ok: false, reason: 'not-found' }
    for (const actor of others) {
      expect(await makeCode(actor, event.id, terms, NOW)).toEqual(notFound)
      expect(await changeCode(actor, id, terms, NOW)).toEqual(notFound)
      expect(await endCode(actor, id, NOW)).toEqual(notFound)
      expect(await renewCode(actor, id, NOW)).toEqual(notFound)
    }
    expect(await codesOf(staff, event.id)).toMatchObject([{ id, code: '' }])
    expect(await codesOf(await organizerOf(event), event.id)).toMatchObject([{ id, code }])
    expect(await codesOf(await organizerOf(elsewhere), event.id)).toEqual([])
  })

  it('is made for a published event, and is changed while it stands', async () => {
    const event = await makeEvent()
    const { id } = await codeWith(event, 1)
    await endCode(SYSTEM, id, NOW)
    const refused = { ok: false, reason: 'not-possible' }
    expect(await changeCode(SYSTEM, id, terms, NOW)).toEqual(refused)
    expect(await endCode(SYSTEM, id, NOW)).toEqual(refused)
    expect(await renewCode(SYSTEM, id, NOW)).toEqual(refused)
    await transaction(async (tx) => {
      await tx.update(events).set({ status: 'draft' }).where(eq(events.id, event.id))
    })
    expect(await makeCode(SYSTEM, event.id, terms, NOW)).toEqual(refused)
  })
})
