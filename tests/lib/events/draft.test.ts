import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { memberships } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { ANONYMOUS } from '#lib/auth/actor'
import { draftEvent } from '#lib/events/mutations/draft'
import { publishEvent } from '#lib/events/mutations/status'
import { deskEvent, publicEvent } from '#lib/events/queries/event'
import { eventOverview } from '#lib/events/queries/overview'
import { draft } from '#lib/events/schema/draft'
import { check } from '#lib/input'
import { makeEvent, makeUser, NOW, registered, SYSTEM } from '#tests/setup/factories'

const TYPED = {
  title: 'Вода и климат',
  defaultLocale: 'ru',
  locales: 'ru,en',
  startsOn: '2027-06-10',
  endsOn: '2027-06-12',
  startTime: '',
  endTime: '',
  timeZone: 'Asia/Tashkent',
  city: 'Ташкент',
  capacity: '40',
  contactEmail: 'office@water.test',
  slug: '',
}
const filled = (change: Partial<typeof TYPED> = {}) => draft.parse({ ...TYPED, ...change })
const errorsOf = (change: Partial<typeof TYPED>) => {
  const checked = check(draft, { ...TYPED, ...change })
  return checked.ok ? {} : checked.errors
}

describe('a new event', () => {
  it('is a draft with types, a notice and a limit, and its maker organizes it', async () => {
    const admin = await makeUser([], true)
    const made = await draftEvent(admin, filled(), NOW)
    if (!made.ok) throw new Error(made.reason)
    expect(made.value.slug).toBe('voda-i-klimat')
    const event = await deskEvent(admin, made.value.slug, 'ru')
    expect(event).toMatchObject({
      status: 'draft',
      isExample: false,
      places: { capacity: 40, taken: 0 },
      mayDecide: true,
    })
    const overview = await eventOverview(admin, made.value.id)
    expect(overview?.state.types).toEqual([
      { en: 'Participant', ru: 'Участник' },
      { en: 'Speaker', ru: 'Докладчик' },
    ])
    expect(overview?.state.notice.ru).toContain('Что хранится')
    expect(overview?.state.notice.en).toContain('What is kept')
    expect(overview).toMatchObject({ listVisibility: 'participants', ownNotice: false, noticeVersion: 1 })
    const [role] = await db()
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.eventId, made.value.id), eq(memberships.userId, admin.userId)))
    expect(role?.role).toBe('organizer')
    const verbs = await db()
      .select({ verb: auditEntries.verb })
      .from(auditEntries)
      .where(eq(auditEntries.eventId, made.value.id))
      .orderBy(auditEntries.id)
    expect(verbs.map((entry) => entry.verb)).toEqual(['event.create', 'user.grant'])
  })

  it('is published in one more act, and people register at once', async () => {
    const admin = await makeUser([], true)
    const made = await draftEvent(admin, filled({ title: 'At once', defaultLocale: 'en' }), NOW)
    if (!made.ok) throw new Error(made.reason)
    expect(await publishEvent(admin, made.value.id, NOW)).toMatchObject({ ok: true })
    const event = await publicEvent(made.value.slug, 'en')
    const other = await makeEvent()
    const { attendeeId } = await registered({
      ...other,
      ...made.value,
      typeIds: event?.types.map((type) => type.id) ?? [],
      noticeId: event?.notice?.id ?? '',
    })
    expect(attendeeId).toBeTruthy()
  })

  it('may be made by organizers of any event, and by nobody else', async () => {
    const { slug } = await makeEvent()
    const organizer = await makeUser([{ slug, role: 'organizer' }])
    expect(await draftEvent(organizer, filled({ title: 'Theirs' }), NOW)).toMatchObject({ ok: true })
    for (const actor of [await makeUser([{ slug, role: 'staff' }]), await makeUser(), ANONYMOUS])
      expect(await draftEvent(actor, filled({ title: 'Nobody’s' }), NOW)).toEqual({ ok: false, reason: 'forbidden' })
    expect(await db().select({ id: events.id }).from(events).where(eq(events.slug, 'nobodys'))).toEqual([])
  })

  it('has an address of its own: made from the title, or refused when it was asked for', async () => {
    const slugs: string[] = []
    for (let i = 0; i < 3; i++) {
      const made = await draftEvent(SYSTEM, filled({ title: 'Same Title' }), NOW)
      slugs.push(made.ok ? made.value.slug : made.reason)
    }
    expect(slugs).toEqual(['same-title', 'same-title-2027', 'same-title-2027-2'])
    expect(await draftEvent(SYSTEM, filled({ slug: 'same-title' }), NOW)).toEqual({ ok: false, reason: 'slug-taken' })
    // A page of the desk is never an event's.
    expect(await draftEvent(SYSTEM, filled({ title: 'New' }), NOW)).toMatchObject({ value: { slug: 'new-2027' } })
  })
})

describe('what is typed', () => {
  it('comes back with a code beside each field', () => {
    expect(errorsOf({})).toEqual({})
    expect(errorsOf({ startTime: '25:00', city: 'x'.repeat(200) })).toEqual({ startTime: 'time', city: 'too-long' })
    expect(errorsOf({ endTime: '17:30' })).toEqual({ startTime: 'other-time' })
    expect(errorsOf({ endsOn: TYPED.startsOn, startTime: '10:00', endTime: '09:00' })).toEqual({
      endTime: 'ends-first',
    })
    expect(filled({ startTime: '9:00', endTime: '17:30' })).toMatchObject({ startTime: '09:00', endTime: '17:30' })
    expect(errorsOf({ title: ' ', startsOn: '', timeZone: 'Mars/Base', capacity: '0', slug: 'Ночь' })).toEqual({
      title: 'required',
      startsOn: 'required',
      timeZone: 'choose',
      capacity: 'number',
      slug: 'slug',
    })
    expect(errorsOf({ endsOn: '2027-06-09' })).toEqual({ endsOn: 'order' })
    expect(errorsOf({ endsOn: '2027-06-09', capacity: 'many' })).toEqual({ endsOn: 'order', capacity: 'number' })
    expect(errorsOf({ slug: 'new' })).toEqual({ slug: 'slug' })
  })

  it('always has the main language among its languages, and no limit where none is given', () => {
    expect(filled({ locales: '', capacity: '' })).toMatchObject({ locales: ['ru'], capacity: null })
  })
})
