import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { attendees, consents } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { institutions } from '#db/schema/institutions'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { register } from '#lib/attendees/mutations/register'
import { ANONYMOUS } from '#lib/auth/actor'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  NOW,
  participantOf,
  registered,
  SYSTEM,
  seatState,
  WORDING,
} from '#tests/setup/factories'

const send = (event: { slug: string }, form: ReturnType<typeof filledForm>, now = NOW) =>
  register(ANONYMOUS, event.slug, form, WORDING, now)

describe('register', () => {
  it('takes a seat with consents, message and audit entry', async () => {
    const event = await makeEvent()
    const { attendeeId, status } = await registered(event, { listed: 'on' })
    expect(status).toBe('confirmed')
    const state = await seatState(event)
    expect([state.taken, state.seats]).toEqual([1, [attendeeId]])
    const given = await db().select().from(consents).where(eq(consents.attendeeId, attendeeId)).orderBy(consents.id)
    expect(given.map((row) => [row.purpose, row.noticeId, row.wording]).reverse()).toEqual([
      ['participant_list', null, WORDING.listed],
      ['privacy', event.noticeId, WORDING.privacy],
    ])
    expect(await db().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.attendeeId, attendeeId))).toEqual([
      { kind: 'confirmed' },
    ])
    const audit = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, attendeeId))
      .orderBy(auditEntries.id)
    expect(audit.map((row) => [row.verb, row.actorKind])).toEqual([['attendee.register', 'anonymous']])
  })

  it('puts the next on the waiting list when the event is full, in order', async () => {
    const event = await makeEvent({ capacity: 1 })
    await registered(event)
    const second = await registered(event)
    const third = await registered(event)
    expect([second.status, third.status]).toEqual(['waiting', 'waiting'])
    expect((await seatState(event)).queue).toEqual([second.attendeeId, third.attendeeId])
  })

  it('gives the same form the same answer and changes nothing', async () => {
    const event = await makeEvent()
    const form = filledForm(event)
    const [first, second] = await Promise.all([send(event, form), send(event, form)])
    const third = await send(event, form, new Date('2028-01-01T00:00:00Z'))
    if (!first.ok || !second.ok || !third.ok) throw new Error('refused')
    expect(new Set([first.value.attendeeId, second.value.attendeeId, third.value.attendeeId]).size).toBe(1)
    expect([first.value.repeated, second.value.repeated, third.value.repeated]).toEqual([false, true, true])
    expect((await seatState(event)).taken).toBe(1)
  })

  it('refuses a second registration of an address, however it is written, and tells nothing', async () => {
    const event = await makeEvent()
    await registered(event, { email: 'Gulnara.Bekova@Mail.test' })
    for (const email of ['gulnara.bekova@mail.test', ' GULNARA.BEKOVA@MAIL.TEST '])
      expect(await send(event, filledForm(event, { email }))).toEqual({ ok: false, reason: 'duplicate' })
    expect((await seatState(event)).taken).toBe(1)
    const elsewhere = await makeEvent()
    expect((await send(elsewhere, filledForm(elsewhere, { email: 'gulnara.bekova@mail.test' }))).ok).toBe(true)
  })

  it.each([
    ['before the opening', '2027-01-31T23:59:59.999Z', 'not-yet'],
    ['at the opening', '2027-02-01T00:00:00Z', null],
    ['just before the closing', '2027-04-10T17:58:59.999Z', null],
    ['at the closing', '2027-04-10T17:59:00Z', 'closed'],
  ])('%s', async (_, at, reason) => {
    const event = await makeEvent()
    const result = await send(event, filledForm(event), new Date(at))
    expect(result.ok ? null : result.reason).toBe(reason)
    expect((await seatState(event)).taken).toBe(reason ? 0 : 1)
  })

  it('refuses after the last day where the event takes place', async () => {
    const event = await makeEvent({ closesAt: null })
    // 24 April in Bishkek (UTC+6) ends at 18:00 UTC.
    expect((await send(event, filledForm(event), new Date('2027-04-24T17:59:59Z'))).ok).toBe(true)
    expect(await send(event, filledForm(event), new Date('2027-04-24T18:00:00Z'))).toMatchObject({ reason: 'closed' })
  })

  it('knows no drafts and no other event’s types or notices', async () => {
    const draft = await makeEvent({ status: 'draft' })
    expect(await send(draft, filledForm(draft))).toEqual({ ok: false, reason: 'not-found' })
    const [event, other] = [await makeEvent(), await makeEvent()]
    expect(await send(event, filledForm(event, { typeId: other.typeIds[0] as string }))).toMatchObject({
      field: 'typeId',
    })
    expect(await send(event, filledForm(event, { noticeId: other.noticeId }))).toMatchObject({
      field: 'privacy',
      code: 'notice-changed',
    })
  })

  it('undoes a proposed institution when the registration is refused', async () => {
    const event = await makeEvent()
    await registered(event, { email: 'once@mail.test' })
    const form = filledForm(event, {
      email: 'once@mail.test',
      institution: 'Never Seen Academy',
      institutionId: '',
      unlisted: 'on',
      institutionCity: 'Osh',
    })
    expect(await send(event, form)).toEqual({ ok: false, reason: 'duplicate' })
    expect(await db().select().from(institutions).where(eq(institutions.name, 'Never Seen Academy'))).toEqual([])
  })
})

describe('the institution', () => {
  it('is found by its name, folded', async () => {
    const event = await makeEvent()
    const id = await makeInstitution('Қазақ ұлттық университеті', 'KZ')
    const { attendeeId } = await registered(event, {
      institution: 'КАЗАК УЛТТЫК университети',
      institutionId: '',
      countryCode: 'KZ',
    })
    const [row] = await db().select({ id: attendees.institutionId }).from(attendees).where(eq(attendees.id, attendeeId))
    expect(row?.id).toBe(id)
  })

  it('of a name that several have is decided by the country, else asked', async () => {
    const event = await makeEvent()
    const [kg, kz] = [await makeInstitution('Shared Name', 'KG'), await makeInstitution('Shared Name', 'KZ')]
    const { attendeeId } = await registered(event, { institution: 'shared name', institutionId: '', countryCode: 'KZ' })
    const [row] = await db().select({ id: attendees.institutionId }).from(attendees).where(eq(attendees.id, attendeeId))
    expect([row?.id, kg === kz]).toEqual([kz, false])
    const asked = await send(
      event,
      filledForm(event, { institution: 'Shared Name', institutionId: '', countryCode: 'UZ' }),
    )
    expect(asked).toMatchObject({ field: 'institution', code: 'ambiguous' })
  })

  it('that nobody knows is asked about, then proposed once', async () => {
    const event = await makeEvent()
    const change = { institution: 'Academy of Nowhere', institutionId: '', institutionCity: 'Naryn' }
    expect(await send(event, filledForm(event, change))).toMatchObject({ field: 'institution', code: 'unknown' })
    const first = await registered(event, { ...change, unlisted: 'on' })
    const second = await registered(event, { ...change, institution: 'ACADEMY of nowhere', unlisted: 'on' })
    const rows = await db()
      .select({
        id: attendees.id,
        institutionId: attendees.institutionId,
        status: institutions.status,
        city: institutions.city,
      })
      .from(attendees)
      .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
      .where(eq(attendees.eventId, event.id))
    expect(new Set(rows.map((row) => row.institutionId)).size).toBe(1)
    expect(rows.map((row) => row.id).sort()).toEqual([first.attendeeId, second.attendeeId].sort())
    expect(rows[0]).toMatchObject({ status: 'proposed', city: 'Naryn' })
  })

  it('that is listed cannot be proposed again to get around a limit', async () => {
    const event = await makeEvent()
    const id = await makeInstitution('Listed University', 'KG')
    const { attendeeId } = await registered(event, {
      institution: 'listed university',
      institutionId: '',
      unlisted: 'on',
      institutionCity: 'X',
    })
    const [row] = await db().select({ id: attendees.institutionId }).from(attendees).where(eq(attendees.id, attendeeId))
    expect(row?.id).toBe(id)
  })
})

describe('many at once', () => {
  it('never oversell, lose nobody, keep the order', async () => {
    const event = await makeEvent({ capacity: 10 })
    const results = await Promise.all(Array.from({ length: 60 }, () => registered(event)))
    const firsts = results.filter((result) => result.status === 'confirmed').slice(0, 5)
    const more = await Promise.all([
      ...firsts.map((result) => cancelAttendee(participantOf(event, result.attendeeId), result.attendeeId, '', NOW)),
      ...Array.from({ length: 10 }, () => registered(event)),
    ])
    expect(more).toHaveLength(15)
    const state = await seatState(event)
    expect(state.taken).toBe(10)
    expect(state.seats.sort()).toEqual(state.confirmed.sort())
    expect(state.queue.slice().sort()).toEqual(state.waiting.sort())
    expect([state.confirmed.length, state.waiting.length, state.cancelled.length]).toEqual([10, 55, 5])
  })
})

it('the system actor registers as well', async () => {
  const event = await makeEvent()
  expect((await register(SYSTEM, event.slug, filledForm(event), WORDING, NOW)).ok).toBe(true)
})
