import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { events } from '#db/schema/events'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { editFacts } from '#lib/events/mutations/facts'
import { addOrganizer, makeHost, movePartner, removeOrganizer } from '#lib/events/mutations/organizers'
import { stampOf } from '#lib/events/policy/stamp'
import { calendarEvents } from '#lib/events/queries/calendar'
import { publicEvent } from '#lib/events/queries/event'
import { setupFacts, setupOrganizers } from '#lib/events/queries/setup'
import { facts } from '#lib/events/schema/edit/facts'
import { check } from '#lib/input'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  SYSTEM,
  type TestEvent,
} from '#tests/setup/factories'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

const empty = (shown: { countryCode: unknown; funder: unknown; startTime: unknown; endTime: unknown }) =>
  Object.fromEntries(
    (['countryCode', 'funder', 'startTime', 'endTime'] as const).map((name) => [name, shown[name] ?? '']),
  )

/** What the form shows of an event, with its stamp and what is typed into it. */
async function opened(event: TestEvent, typed: Record<string, string> = {}) {
  const shown = await setupFacts(SYSTEM, event.id)
  if (!shown) throw new Error('no event')
  const values = { ...shown, ...empty(shown), ...typed }
  return { form: facts.parse(values), stamp: stampOf(shown), values }
}

describe('facts', () => {
  it('are changed, with before and after', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const slug = `${event.slug}-moved`
    const { form, stamp } = await opened(event, {
      slug: slug.toUpperCase(),
      programme: 'Erasmus+',
      funder: 'eu-funded',
    })
    expect(await editFacts(organizer, event.id, form, stamp, NOW)).toEqual({ ok: true, value: { changed: true } })
    expect(await publicEvent(slug, 'en')).toMatchObject({ programme: 'Erasmus+', funder: 'eu-funded' })
    const [entry] = await historyOf(event.id)
    expect(entry).toMatchObject({
      verb: 'event.edit',
      before: { slug: event.slug, programme: '', funder: null },
      after: { slug, programme: 'Erasmus+', funder: 'eu-funded' },
    })
    const [row] = await db().select({ revision: events.revision }).from(events).where(eq(events.id, event.id))
    expect(row?.revision).toBe(2)
  })

  it('hold the hours, and their taking back, with before and after', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const set = await opened(event, { startTime: '9:00', endTime: '17:30' })
    expect((await editFacts(organizer, event.id, set.form, set.stamp, NOW)).ok).toBe(true)
    const hours = { startTime: '09:00', endTime: '17:30' }
    expect(await publicEvent(event.slug, 'en')).toMatchObject(hours)
    expect(await calendarEvents('en', event.slug)).toMatchObject([{ ...hours, timeZone: 'Asia/Bishkek', revision: 2 }])
    const none = { startTime: null, endTime: null }
    expect((await historyOf(event.id))[0]).toMatchObject({ verb: 'event.edit', before: none, after: hours })
    const back = await opened(event, { startTime: '', endTime: '' })
    expect((await editFacts(organizer, event.id, back.form, back.stamp, NOW)).ok).toBe(true)
    expect(await publicEvent(event.slug, 'en')).toMatchObject(none)
    expect(await calendarEvents('en', event.slug)).toMatchObject([{ ...none, revision: 3 }])
  })

  it('take no hours from a file that could not be typed', async () => {
    await expect(makeEvent({ startTime: '09:00' })).rejects.toThrow('both')
    await expect(makeEvent({ startTime: '9:00', endTime: '17:30' })).rejects.toThrow('startTime')
    const oneDay = { startsOn: '2027-04-23', endsOn: '2027-04-23' }
    await expect(makeEvent({ ...oneDay, startTime: '17:30', endTime: '09:00' })).rejects.toThrow('order')
    expect((await makeEvent({ ...oneDay, startTime: '09:00', endTime: '17:30' })).id).not.toBe('')
  })

  it('leave no trace when nothing is different', async () => {
    const event = await makeEvent()
    const { form, stamp } = await opened(event)
    expect(await editFacts(SYSTEM, event.id, form, stamp, NOW)).toEqual({ ok: true, value: { changed: false } })
    expect((await historyOf(event.id)).map((entry) => entry.verb)).toEqual(['event.create'])
  })

  it('keep addresses apart', async () => {
    const [event, other] = [await makeEvent(), await makeEvent()]
    const { form, stamp } = await opened(event, { slug: other.slug })
    expect(await editFacts(SYSTEM, event.id, form, stamp, NOW)).toEqual({ ok: false, reason: 'slug-taken' })
  })

  it('are not overwritten by somebody who did not see them', async () => {
    const event = await makeEvent()
    const [mine, theirs] = [
      await opened(event, { programme: 'Mine' }),
      await opened(event, { contactEmail: 'a@b.example' }),
    ]
    expect((await editFacts(await organizerOf(event), event.id, theirs.form, theirs.stamp, NOW)).ok).toBe(true)
    const organizer = await organizerOf(event)
    expect(await editFacts(organizer, event.id, mine.form, mine.stamp, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    const again = await opened(event)
    expect((await editFacts(organizer, event.id, mine.form, again.stamp, NOW)).ok).toBe(true)
    expect(await setupFacts(SYSTEM, event.id)).toMatchObject({ programme: 'Mine', contactEmail: '' })
  })

  it('are for organizers of this event alone', async () => {
    const event = await makeEvent()
    const { form, stamp } = await opened(event, { programme: 'Taken over', startTime: '09:00', endTime: '17:30' })
    const others = [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      participantOf(event, 'x'),
      ANONYMOUS,
    ]
    for (const actor of others) {
      expect(await editFacts(actor, event.id, form, stamp, NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await setupFacts(actor, event.id)).toBeNull()
    }
  })

  it.each([
    [{ slug: '' }, { slug: 'required' }],
    [{ slug: 'new' }, { slug: 'reserved' }],
    [{ slug: 'Два слова' }, { slug: 'slug' }],
    [{ startsOn: '' }, { startsOn: 'required' }],
    [{ endsOn: '2027-02-30' }, { endsOn: 'day' }],
    [{ startsOn: '2027-05-02', endsOn: '2027-05-01' }, { endsOn: 'order' }],
    [{ startTime: '09:00', endTime: '17:30' }, undefined],
    [{ startTime: '9:00', endTime: '17.30' }, undefined],
    [{ startTime: '09:00:00', endTime: '17:30:00' }, undefined],
    [{ startTime: '24:00', endTime: '17:30' }, { startTime: 'time' }],
    [
      { startTime: 'nine', endTime: '17:60' },
      { startTime: 'time', endTime: 'time' },
    ],
    [{ startTime: '09:00' }, { endTime: 'other-time' }],
    [
      { endTime: '09:00', slug: '' },
      { startTime: 'other-time', slug: 'required' },
    ],
    [{ startTime: '17:30', endTime: '09:00' }, undefined],
    [{ startTime: '17:30', endTime: '09:00', endsOn: '2027-04-23' }, { endTime: 'ends-first' }],
    [
      { startTime: '09:00', endTime: '09:00', endsOn: '2027-04-23', slug: '' },
      { endTime: 'ends-first', slug: 'required' },
    ],
    [{ startTime: '09:00', endTime: '17:30', endsOn: '2027-04-22' }, { endsOn: 'order' }],
    [{ startTime: '09:00', endTime: '17:30', timeZone: 'Mars/Base' }, { timeZone: 'choose' }],
    [{ timeZone: 'Asia/Nowhere' }, { timeZone: 'choose' }],
    [{ countryCode: 'QQ' }, { countryCode: 'choose' }],
    [{ onlineUrl: 'http://meet.example/1' }, { onlineUrl: 'https' }],
    [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'https' }],
    [{ contactEmail: 'office' }, { contactEmail: 'email' }],
    [{ funder: 'somebody' }, { funder: 'choose' }],
    [{ onlineUrl: 'https://meet.example/1?pwd=x' }, undefined],
  ])('typed as %j gives %j', async (typed, errors) => {
    const { values } = await opened(await makeEvent())
    const checked = check(facts, { ...values, ...typed } as Record<string, string>)
    expect(checked.ok ? undefined : checked.errors).toEqual(errors)
  })
})

describe('host and partners', () => {
  it('are named from the registry, put in order and taken off', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const [a, b, c] = [
      await makeInstitution('Host of all'),
      await makeInstitution('Partner the first'),
      await makeInstitution(),
    ]
    expect(
      (await addOrganizer(organizer, event.id, { institution: 'host of ALL', institutionId: '' }, 'host', NOW)).ok,
    ).toBe(true)
    expect((await addOrganizer(organizer, event.id, { institution: 'x', institutionId: b }, 'partner', NOW)).ok).toBe(
      true,
    )
    await addOrganizer(organizer, event.id, { institution: 'x', institutionId: c }, 'partner', NOW)
    expect(await setupOrganizers(organizer, event.id)).toEqual({ hostId: a, partnerIds: [b, c] })
    await movePartner(organizer, event.id, c, 'up', NOW)
    await movePartner(organizer, event.id, c, 'up', NOW)
    expect((await setupOrganizers(organizer, event.id))?.partnerIds).toEqual([c, b])
    await makeHost(organizer, event.id, b, NOW)
    expect(await setupOrganizers(organizer, event.id)).toEqual({ hostId: b, partnerIds: [a, c] })
    expect((await publicEvent(event.slug, 'en'))?.host).toBe('Partner the first')
    await removeOrganizer(organizer, event.id, a, NOW)
    await removeOrganizer(organizer, event.id, b, NOW)
    expect(await setupOrganizers(organizer, event.id)).toEqual({ hostId: null, partnerIds: [c] })
    expect((await historyOf(event.id))[0]).toMatchObject({ before: { hostId: b }, after: { hostId: null } })
  })

  it('are never proposed from here, nor named twice', async () => {
    const event = await makeEvent()
    const known = await makeInstitution()
    const add = (institution: string, institutionId = '') =>
      addOrganizer(SYSTEM, event.id, { institution, institutionId }, 'partner', NOW)
    expect(await add('Nobody knows it')).toMatchObject({ reason: 'unknown' })
    await makeInstitution('Of one name', 'KG')
    await makeInstitution('Of one name', 'KZ')
    expect(await add('Of one name')).toMatchObject({ reason: 'ambiguous' })
    await add('', known)
    expect(await add('', known)).toMatchObject({ reason: 'named-already' })
    expect(await makeHost(SYSTEM, event.id, await makeInstitution(), NOW)).toMatchObject({ reason: 'not-found' })
  })

  it('are for organizers of this event alone', async () => {
    const event = await makeEvent()
    const known = await makeInstitution()
    await addOrganizer(SYSTEM, event.id, { institution: '', institutionId: known }, 'partner', NOW)
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ]) {
      const typed = { institution: '', institutionId: await makeInstitution() }
      expect(await addOrganizer(actor, event.id, typed, 'host', NOW)).toMatchObject({ reason: 'not-found' })
      expect(await makeHost(actor, event.id, known, NOW)).toMatchObject({ reason: 'not-found' })
      expect(await movePartner(actor, event.id, known, 'up', NOW)).toMatchObject({ reason: 'not-found' })
      expect(await removeOrganizer(actor, event.id, known, NOW)).toMatchObject({ reason: 'not-found' })
    }
  })
})
