import { describe, expect, it } from 'vitest'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { addLimit, changeLimit, removeLimit } from '#lib/attendees/mutations/limits'
import { limitChoices, limitsOf } from '#lib/attendees/queries/limits'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  registered,
  SYSTEM,
  statusOf,
  type TestEvent,
} from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

const where = (event: TestEvent) => ({ id: event.id, defaultLocale: 'en' })
const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

describe('limits', () => {
  it('let in so many of each institution, except one that has its own', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const [host, other] = [await makeInstitution(), await makeInstitution()]
    await addLimit(actor, event.id, { subject: 'institution', subjectIds: [], capacity: 1 }, NOW)
    await addLimit(actor, event.id, { subject: 'institution', subjectIds: [host], capacity: 2 }, NOW)
    const from = async (institutionId: string) => (await registered(event, { institutionId })).status
    expect([await from(other), await from(other)]).toEqual(['confirmed', 'waiting'])
    expect([await from(host), await from(host), await from(host)]).toEqual(['confirmed', 'confirmed', 'waiting'])
    const told = await limitsOf(actor, where(event), 'en')
    expect(told.map(({ names, capacity, taken }) => [names.length, capacity, taken])).toEqual([
      [0, 1, 1],
      [1, 2, 2],
    ])
  })

  it('hold for several types together', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    await addLimit(actor, event.id, { subject: 'type', subjectIds: event.typeIds, capacity: 1 }, NOW)
    const as = async (i: number) => (await registered(event, { typeId: event.typeIds[i] })).status
    expect([await as(0), await as(1)]).toEqual(['confirmed', 'waiting'])
    expect((await limitsOf(actor, where(event), 'en'))[0]?.names).toEqual(['Faculty', 'Researcher'])
  })

  it('set later take nobody’s place, show that they are exceeded, and let in nobody more', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const people = [await registered(event), await registered(event)]
    const set = await addLimit(actor, event.id, { subject: 'country', subjectIds: ['KG'], capacity: 1 }, NOW)
    expect((await limitsOf(actor, where(event), 'ru'))[0]).toMatchObject({
      names: ['Кыргызстан'],
      capacity: 1,
      taken: 2,
    })
    const next = await registered(event)
    expect(next.status).toBe('waiting')
    await cancelAttendee(SYSTEM, people[0]?.attendeeId ?? '', '', NOW)
    expect(await statusOf(next.attendeeId)).toBe('waiting')
    if (!set.ok) throw new Error(set.reason)
    const more = await changeLimit(actor, event.id, set.value.limitId, 2, NOW)
    expect(more).toMatchObject({ value: { promoted: [next.attendeeId] } })
  })

  it('for each tell by name who is past them, the furthest first', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const name = (nth: string) => `${nth} of ${event.slug}`
    const [near, far, within] = [
      await makeInstitution(name('Near')),
      await makeInstitution(name('Far')),
      await makeInstitution(name('Within')),
    ]
    for (const institutionId of [near, near, far, far, far, within]) await registered(event, { institutionId })
    await addLimit(actor, event.id, { subject: 'institution', subjectIds: [], capacity: 1 }, NOW)
    await addLimit(actor, event.id, { subject: 'country', subjectIds: [], capacity: 9 }, NOW)
    const told = await limitsOf(actor, where(event), 'en')
    expect(told.map(({ over }) => over)).toEqual([
      [
        { name: name('Far'), capacity: 1, taken: 3 },
        { name: name('Near'), capacity: 1, taken: 2 },
      ],
      [],
    ])
    // An exception of its own, and the institution is past the limit for each no more.
    await addLimit(actor, event.id, { subject: 'institution', subjectIds: [far], capacity: 2 }, NOW)
    const [each, own] = await limitsOf(actor, where(event), 'en')
    expect(each?.over.map((one) => one.name)).toEqual([name('Near')])
    expect(own).toMatchObject({ names: [name('Far')], capacity: 2, taken: 3, over: [] })
  })

  it('for an institution hold before anybody has registered from it', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const institutionId = await makeInstitution()
    await addLimit(actor, event.id, { subject: 'institution', subjectIds: [], capacity: 1 }, NOW)
    const set = await addLimit(
      actor,
      event.id,
      { subject: 'institution', subjectIds: [institutionId], capacity: 2 },
      NOW,
    )
    expect(set.ok).toBe(true)
    const from = async () => (await registered(event, { institutionId })).status
    expect([await from(), await from(), await from()]).toEqual(['confirmed', 'confirmed', 'waiting'])
  })

  it('taken away let in those whom only they kept waiting', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const set = await addLimit(actor, event.id, { subject: 'country', subjectIds: [], capacity: 1 }, NOW)
    if (!set.ok) throw new Error(set.reason)
    const people = [await registered(event), await registered(event)]
    expect(await removeLimit(actor, event.id, set.value.limitId, NOW)).toMatchObject({
      value: { promoted: [people[1]?.attendeeId] },
    })
    expect(await limitsOf(actor, where(event), 'en')).toEqual([])
  })

  it('are for what is there: of this event, and once for each', async () => {
    const event = await makeEvent()
    const actor = await organizerOf(event)
    const elsewhere = await makeEvent()
    const form = await makeForm(elsewhere.id, [{ questions: [{ kind: 'one', options: ['A'] }] }])
    const add = (limit: Parameters<typeof addLimit>[2]) => addLimit(actor, event.id, limit, NOW)
    const unknown = { ok: false, reason: 'unknown-subject' }
    expect(await add({ subject: 'type', subjectIds: elsewhere.typeIds, capacity: 1 })).toEqual(unknown)
    expect(await add({ subject: 'option', subjectIds: form.questions[0]?.options ?? [], capacity: 1 })).toEqual(unknown)
    expect(await add({ subject: 'country', subjectIds: ['ZZ'], capacity: 1 })).toEqual(unknown)
    expect((await add({ subject: 'country', subjectIds: [], capacity: 1 })).ok).toBe(true)
    expect(await add({ subject: 'country', subjectIds: [], capacity: 2 })).toEqual({ ok: false, reason: 'exists' })
    const [one = '', other = ''] = event.typeIds
    expect((await add({ subject: 'type', subjectIds: [one, other], capacity: 9 })).ok).toBe(true)
    expect((await add({ subject: 'type', subjectIds: [one], capacity: 3 })).ok).toBe(true)
    for (const subjectIds of [[other, one], [one]])
      expect(await add({ subject: 'type', subjectIds, capacity: 2 })).toEqual({ ok: false, reason: 'exists' })
  })

  it('are set by the event’s organizers alone', async () => {
    const event = await makeEvent()
    const elsewhere = await makeEvent()
    const set = await addLimit(
      await organizerOf(event),
      event.id,
      { subject: 'country', subjectIds: [], capacity: 1 },
      NOW,
    )
    if (!set.ok) throw new Error(set.reason)
    const others: Actor[] = [
      ANONYMOUS,
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      await organizerOf(elsewhere),
    ]
    for (const actor of others) {
      expect(
        (await addLimit(actor, event.id, { subject: 'type', subjectIds: event.typeIds, capacity: 0 }, NOW)).ok,
      ).toBe(false)
      expect((await changeLimit(actor, event.id, set.value.limitId, 9, NOW)).ok).toBe(false)
      expect((await removeLimit(actor, event.id, set.value.limitId, NOW)).ok).toBe(false)
      expect(await limitsOf(actor, where(event), 'en')).toEqual([])
    }
    // Nor those of another event through one's own.
    expect((await removeLimit(await organizerOf(elsewhere), elsewhere.id, set.value.limitId, NOW)).ok).toBe(false)
    expect((await limitChoices(where(event), 'en')).types).toHaveLength(2)
  })
})
