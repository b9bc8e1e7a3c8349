import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { poolRules, seatPools } from '#db/schema/seats'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { addLimit } from '#lib/attendees/mutations/limits'
import { mergeInstitutions, undoMerge } from '#lib/attendees/mutations/merge'
import { register } from '#lib/attendees/mutations/register'
import { mergesInto, usageCounts, usageOf } from '#lib/attendees/queries/usage'
import { correction } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { newId } from '#lib/ids'
import { confirmInstitution, retireInstitution } from '#lib/institutions/mutations/edit'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { choosable, findInstitutions, institutionsNamed } from '#lib/institutions/queries/find'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { miscounted } from '#lib/seats/queries'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  registered,
  statusOf,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'

const institutionOf = async (attendeeId: string) =>
  (await db().select({ id: attendees.institutionId }).from(attendees).where(eq(attendees.id, attendeeId)))[0]?.id

const takenOf = async (poolId: string) =>
  (await db().select({ taken: seatPools.taken }).from(seatPools).where(eq(seatPools.id, poolId)))[0]?.taken

/** At most so many from each institution. */
async function limitEach(event: TestEvent, eachCapacity: number) {
  await transaction((tx) =>
    tx.insert(poolRules).values({ id: newId(), eventId: event.id, subject: 'institution', eachCapacity }),
  )
}

async function twoOfOne(staff = true) {
  const event = await makeEvent()
  const [a, b] = [await makeInstitution('Academy of Letters'), await makeInstitution('Letters Academy')]
  const person = await registered(event, { institutionId: a })
  const actor = await makeUser(staff ? [{ slug: event.slug, role: 'staff' }] : [], false)
  return { event, a, b, person, actor }
}

describe('merging institutions', () => {
  it('moves who comes from there, and undoing brings them back', async () => {
    const { a, b, person, actor } = await twoOfOne()
    const merged = await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    expect(merged).toMatchObject({ ok: true, value: { moved: 1 } })
    expect(await institutionOf(person.attendeeId)).toBe(b)
    expect(await mergesInto(actor, b)).toMatchObject([{ fromId: a, fromName: 'Academy of Letters' }])
    if (!merged.ok) return
    expect(await undoMerge(actor, merged.value.mergeId, NOW)).toMatchObject({ ok: true, value: { moved: 1 } })
    expect(await institutionOf(person.attendeeId)).toBe(a)
    expect(await mergesInto(actor, b)).toEqual([])
    expect(await undoMerge(actor, merged.value.mergeId, NOW)).toMatchObject({ reason: 'not-possible' })
  })

  it('finds the one that stands by the names of the other', async () => {
    const { a, b, actor } = await twoOfOne()
    await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    const hits = await findInstitutions('academy of letters', { locale: 'en' })
    expect(hits.map((hit) => hit.id)).toContain(b)
    expect(hits.map((hit) => hit.id)).not.toContain(a)
    expect(hits.find((hit) => hit.id === b)?.matched).toBe('Academy of Letters')
    expect((await institutionsNamed(db(), 'Academy of Letters')).map((row) => row.id)).toContain(b)
    expect((await institutionLabels([a], 'en')).get(a)?.name).toBe('Letters Academy')
  })

  it('takes a form that was opened before for the one that stands', async () => {
    const { event, a, b, actor } = await twoOfOne()
    const form = filledForm(event, { institutionId: a })
    await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    const result = await register(ANONYMOUS, event.slug, form, WORDING, NOW)
    expect(result.ok && (await institutionOf(result.value.attendeeId))).toBe(b)
    expect(await choosable(db(), a)).toBe(b)
  })

  it('takes the same proposal again for the one it was merged into', async () => {
    const { b, actor } = await twoOfOne()
    const proposal = { name: 'Akademy of Leters', city: 'Osh', countryCode: 'KG' }
    const proposed = await transaction((tx) => proposeInstitution(tx, ANONYMOUS, proposal, NOW))
    await mergeInstitutions(actor, { fromId: proposed, intoId: b }, NOW)
    expect(await transaction((tx) => proposeInstitution(tx, ANONYMOUS, proposal, NOW))).toBe(b)
    expect(await confirmInstitution(actor, proposed, NOW)).toMatchObject({ reason: 'not-possible' })
  })

  it('moves the seats past the limit of the second, and gives the first’s to nobody else', async () => {
    const event = await makeEvent()
    await limitEach(event, 1)
    const [a, b] = [await makeInstitution(), await makeInstitution()]
    const one = await registered(event, { institutionId: a })
    const two = await registered(event, { institutionId: b })
    const waits = await registered(event, { institutionId: b })
    expect(await statusOf(waits.attendeeId)).toBe('waiting')
    const admin = await makeUser([], true)
    const merged = await mergeInstitutions(admin, { fromId: a, intoId: b }, NOW)
    const pools = await db()
      .select({ key: seatPools.key, taken: seatPools.taken, capacity: seatPools.capacity })
      .from(seatPools)
      .where(eq(seatPools.eventId, event.id))
    expect(pools.find((pool) => pool.key.endsWith(b))).toMatchObject({ taken: 2, capacity: 1 })
    expect(await miscounted()).toEqual([])
    expect([await statusOf(one.attendeeId), await statusOf(two.attendeeId)]).toEqual(['confirmed', 'confirmed'])
    expect(await statusOf(waits.attendeeId)).toBe('waiting')
    if (merged.ok) await undoMerge(admin, merged.value.mergeId, NOW)
    expect(await miscounted()).toEqual([])
    expect(await statusOf(waits.attendeeId)).toBe('waiting')
  })

  it('lets those in for whom the second has places', async () => {
    const event = await makeEvent()
    await limitEach(event, 1)
    const [a, b] = [await makeInstitution(), await makeInstitution()]
    const poolId = newId()
    await transaction(async (tx) => {
      await tx.insert(seatPools).values({ id: poolId, eventId: event.id, key: 'exception', capacity: 5 })
      await tx
        .insert(poolRules)
        .values({ id: newId(), eventId: event.id, poolId, subject: 'institution', subjectId: b })
    })
    await registered(event, { institutionId: a })
    const waits = await registered(event, { institutionId: a })
    expect(await statusOf(waits.attendeeId)).toBe('waiting')
    const merged = await mergeInstitutions(await makeUser([], true), { fromId: a, intoId: b }, NOW)
    expect(merged).toMatchObject({ ok: true, value: { moved: 2, promoted: 1 } })
    expect(await statusOf(waits.attendeeId)).toBe('confirmed')
    expect(await miscounted()).toEqual([])
  })

  it('keeps a limit that names the first', async () => {
    const event = await makeEvent()
    const [a, b] = [await makeInstitution(), await makeInstitution()]
    const poolId = newId()
    await transaction(async (tx) => {
      await tx.insert(seatPools).values({ id: poolId, eventId: event.id, key: 'a alone', capacity: 1 })
      await tx
        .insert(poolRules)
        .values({ id: newId(), eventId: event.id, poolId, subject: 'institution', subjectId: a })
    })
    await registered(event, { institutionId: a })
    const waits = await registered(event, { institutionId: a })
    const merged = await mergeInstitutions(await makeUser([], true), { fromId: a, intoId: b }, NOW)
    expect(merged).toMatchObject({ ok: true, value: { promoted: 0 } })
    expect(await statusOf(waits.attendeeId)).toBe('waiting')
    expect(await statusOf((await registered(event, { institutionId: b })).attendeeId)).toBe('waiting')
  })

  it('counts those who come from the second under a limit that names the first, and lets in whom it has room for', async () => {
    const event = await makeEvent({ capacity: 9 })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const [first, second] = [await makeInstitution(), await makeInstitution()]
    await limitEach(event, 1)
    const { attendeeId: seated } = await registered(event, { institutionId: second })
    const { attendeeId: waits } = await registered(event, { institutionId: second })
    expect(await statusOf(waits)).toBe('waiting')
    const named = await addLimit(organizer, event.id, { subject: 'institution', subjectIds: [first], capacity: 2 }, NOW)
    const merged = await mergeInstitutions(organizer, { fromId: first, intoId: second }, NOW)
    expect(merged.ok && merged.value.promoted).toBe(1)
    expect(await statusOf(waits)).toBe('confirmed')
    expect(await takenOf(named.ok ? named.value.limitId : '')).toBe(2)
    expect((await miscounted()).filter(({ eventId }) => eventId === event.id)).toEqual([])
    await undoMerge(organizer, merged.ok ? merged.value.mergeId : '', NOW)
    // Both keep their places, again under the limit for each.
    expect([await statusOf(seated), await statusOf(waits)]).toEqual(['confirmed', 'confirmed'])
    expect(await takenOf(named.ok ? named.value.limitId : '')).toBe(0)
    expect((await miscounted()).filter(({ eventId }) => eventId === event.id)).toEqual([])
  })

  it('leads to nobody when the one that stands is retired', async () => {
    const { a, b, actor } = await twoOfOne()
    await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    await retireInstitution(actor, b, 'retired', NOW)
    expect(await choosable(db(), a)).toBeNull()
  })

  it('leaves those whom somebody has corrected since where they are', async () => {
    const { event, a, b, person } = await twoOfOne()
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const merged = await mergeInstitutions(organizer, { fromId: a, intoId: b }, NOW)
    const c = await makeInstitution()
    for (const institutionId of [c, b]) {
      const [row] = await db().select().from(attendees).where(eq(attendees.id, person.attendeeId))
      if (!row) throw new Error('nobody')
      const form = correction.parse({ ...row, institution: 'x y', institutionId, revision: String(row.revision) })
      expect(await correctAttendee(organizer, row.id, form, NOW)).toMatchObject({ ok: true })
    }
    if (merged.ok) await undoMerge(organizer, merged.value.mergeId, NOW)
    expect(await institutionOf(person.attendeeId)).toBe(b)
  })

  it('is undone in the order in which it was done', async () => {
    const { a, b, person, actor } = await twoOfOne()
    const c = await makeInstitution()
    const first = await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    const second = await mergeInstitutions(actor, { fromId: b, intoId: c }, NOW)
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(await undoMerge(actor, first.value.mergeId, NOW)).toMatchObject({ reason: 'merged-since' })
    expect(await choosable(db(), a)).toBe(c)
    await undoMerge(actor, second.value.mergeId, NOW)
    expect([await choosable(db(), a), await institutionOf(person.attendeeId)]).toEqual([b, b])
    await undoMerge(actor, first.value.mergeId, NOW)
    expect([await choosable(db(), a), await institutionOf(person.attendeeId)]).toEqual([a, a])
  })

  it('stands in the audit and in the history of who was moved', async () => {
    const { a, b, person, actor } = await twoOfOne()
    await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    const entries = await db()
      .select({ verb: auditEntries.verb, subjectId: auditEntries.subjectId })
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, actor.userId)))
    expect(entries).toEqual(
      expect.arrayContaining([
        { verb: 'institution.merge', subjectId: a },
        { verb: 'attendee.correct', subjectId: person.attendeeId },
      ]),
    )
  })
})

describe('merging is refused', () => {
  it('into itself, into what is proposed, of what is merged', async () => {
    const { a, b, actor } = await twoOfOne()
    const refused = { ok: false, reason: 'not-possible' }
    expect(await mergeInstitutions(actor, { fromId: a, intoId: a }, NOW)).toEqual(refused)
    const proposed = await transaction((tx) =>
      proposeInstitution(tx, ANONYMOUS, { name: 'Some Proposal', city: 'Osh', countryCode: 'KG' }, NOW),
    )
    expect(await mergeInstitutions(actor, { fromId: a, intoId: proposed }, NOW)).toEqual(refused)
    await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    expect(await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)).toEqual(refused)
    expect(await mergeInstitutions(actor, { fromId: b, intoId: a }, NOW)).toEqual(refused)
    expect(await mergeInstitutions(actor, { fromId: b, intoId: 'nothing' }, NOW)).toMatchObject({ reason: 'not-found' })
  })

  it('for those who are no staff, and undoing it too', async () => {
    const { a, b, person, event, actor } = await twoOfOne()
    const stranger = await makeUser()
    const participant = { kind: 'participant', attendeeId: person.attendeeId, eventId: event.id } as const
    for (const who of [stranger, participant, ANONYMOUS])
      expect(await mergeInstitutions(who, { fromId: a, intoId: b }, NOW)).toEqual({ ok: false, reason: 'not-found' })
    const merged = await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)
    if (!merged.ok) throw new Error('refused')
    for (const who of [stranger, participant, ANONYMOUS])
      expect(await undoMerge(who, merged.value.mergeId, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('when people of others’ events would come under another limit', async () => {
    const event = await makeEvent()
    const [first, second] = [await makeInstitution(), await makeInstitution()]
    await registered(event, { institutionId: second })
    const named = { subject: 'institution' as const, subjectIds: [first], capacity: 2 }
    await addLimit(await makeUser([{ slug: event.slug, role: 'organizer' }]), event.id, named, NOW)
    const elsewhere = await makeUser([{ slug: (await makeEvent()).slug, role: 'organizer' }])
    const both = { fromId: first, intoId: second }
    expect(await mergeInstitutions(elsewhere, both, NOW)).toEqual({ ok: false, reason: 'others-events' })
    const merged = await mergeInstitutions(await makeUser([], true), both, NOW)
    expect(merged.ok).toBe(true)
    const undone = await undoMerge(elsewhere, merged.ok ? merged.value.mergeId : '', NOW)
    expect(undone).toEqual({ ok: false, reason: 'others-events' })
  })

  it('when people of others’ events come from there; an administrator may', async () => {
    const { a, b, actor } = await twoOfOne()
    await registered(await makeEvent(), { institutionId: a })
    expect(await mergeInstitutions(actor, { fromId: a, intoId: b }, NOW)).toEqual({
      ok: false,
      reason: 'others-events',
    })
    expect(await usageOf(actor, a, 'en')).toMatchObject({ total: 2, elsewhere: 1, events: [{ n: 1 }] })
    expect((await usageCounts(actor, [a])).get(a)).toBe(2)
    const merged = await mergeInstitutions(await makeUser([], true), { fromId: a, intoId: b }, NOW)
    expect(merged).toMatchObject({ ok: true, value: { moved: 2 } })
    if (merged.ok)
      expect(await undoMerge(actor, merged.value.mergeId, NOW)).toEqual({ ok: false, reason: 'others-events' })
  })

  it('usage tells strangers nothing', async () => {
    const { a } = await twoOfOne()
    expect(await usageCounts(await makeUser(), [a])).toEqual(new Map())
    expect(await mergesInto(ANONYMOUS, a)).toEqual([])
  })
})
