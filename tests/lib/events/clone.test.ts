import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events, notices } from '#db/schema/events'
import { files } from '#db/schema/files'
import { questions } from '#db/schema/forms'
import { poolRules, seatPools } from '#db/schema/seats'
import { cloneEvent } from '#lib/events/mutations/clone/event'
import { deskEvent, eventTextsOf, publicEvent, typesOf } from '#lib/events/queries/event'
import { previewEvent } from '#lib/events/queries/preview'
import { insertFile } from '#lib/files/mutations/keep'
import { readBytes, writeBytes } from '#lib/files/store'
import { formOf } from '#lib/forms/queries/form'
import { newId } from '#lib/ids'
import { makeEvent, makeInstitution, makeUser, NOW, registered, type TestEvent } from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

const COPY = { startsOn: '2028-04-21', endsOn: '2028-04-22', slug: '', titles: { en: 'Again', ru: 'Снова' } }

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

async function cloned(event: TestEvent, change: Partial<typeof COPY> = {}) {
  const organizer = await organizerOf(event)
  const made = await cloneEvent(organizer, event.id, { ...COPY, ...change }, NOW)
  if (!made.ok) throw new Error(made.reason)
  return { ...made.value, organizer }
}

const poolsOf = async (eventId: string) =>
  db()
    .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(eq(seatPools.eventId, eventId))
    .orderBy(asc(seatPools.id))
const rulesOf = async (eventId: string) =>
  db()
    .select({
      poolId: poolRules.poolId,
      subject: poolRules.subject,
      subjectId: poolRules.subjectId,
      eachCapacity: poolRules.eachCapacity,
    })
    .from(poolRules)
    .where(eq(poolRules.eventId, eventId))
    .orderBy(asc(poolRules.id))

describe('a copy of an event', () => {
  it('has its texts, types, partners and the latest notice, and none of its people', async () => {
    const partner = await makeInstitution('Partner of the copy')
    const event = await makeEvent({
      isExample: true,
      partnerIds: [partner],
      texts: { en: { title: 'First', about: 'Water' }, ru: { title: 'Первая' } },
    })
    await registered(event)
    await transaction((tx) =>
      tx
        .insert(notices)
        .values({ id: newId(), eventId: event.id, version: 2, locale: 'en', body: 'Second wording', createdAt: NOW }),
    )
    const copy = await cloned(event)
    expect(copy.slug).toBe('again')
    const made = await previewEvent(copy.organizer, copy.slug, 'en')
    expect(made).toMatchObject({
      status: 'draft',
      isExample: false,
      startsOn: '2028-04-21',
      endsOn: '2028-04-22',
      notice: { version: 1, body: 'Second wording' },
      places: { capacity: 50, taken: 0 },
      organizers: [{ name: 'Partner of the copy' }],
    })
    expect(await publicEvent(copy.slug, 'en')).toBeNull()
    expect(made?.types.map((type) => type.name)).toEqual(['Faculty', 'Researcher'])
    expect(
      (await eventTextsOf(copy.id))
        .map(({ locale, title, about }) => [locale, title, about])
        .toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
    ).toEqual([
      ['en', 'Again', 'Water'],
      ['ru', 'Снова', ''],
    ])
    expect(await db().select({ id: attendees.id }).from(attendees).where(eq(attendees.eventId, copy.id))).toEqual([])
    expect(await deskEvent(copy.organizer, copy.slug, 'en')).toMatchObject({ mayDecide: true })
    const audit = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.eventId, copy.id))
      .orderBy(auditEntries.id)
    expect(audit.map((entry) => entry.verb)).toEqual(['event.clone', 'user.grant'])
    expect(audit[0]).toMatchObject({ before: { slug: event.slug }, after: { slug: 'again' } })
  })

  it('has its hours, where its days are long enough for them', async () => {
    const hours = { startTime: '14:00', endTime: '11:30' }
    const event = await makeEvent(hours)
    const again = await cloned(event)
    expect(await previewEvent(again.organizer, again.slug, 'en')).toMatchObject(hours)
    const short = await cloned(event, { endsOn: COPY.startsOn, slug: 'one-day' })
    expect(await previewEvent(short.organizer, short.slug, 'en')).toMatchObject({ startTime: null, endTime: null })
  })

  it('moves its dates by as many days, by the clock of the place', async () => {
    // Paris sets its clock on 28 March 2027 and on 26 March 2028: the copy closes in summer time, the original in winter time.
    const event = await makeEvent({
      timeZone: 'Europe/Paris',
      opensAt: new Date('2027-02-01T08:00:00Z'),
      closesAt: new Date('2027-03-27T22:59:00Z'),
    })
    await transaction((tx) =>
      tx
        .update(events)
        .set({ freezesAt: new Date('2027-04-20T10:00:00Z'), onlineUrl: 'https://meet.test/1', approval: true })
        .where(eq(events.id, event.id)),
    )
    const copy = await cloned(event, { startsOn: '2027-05-03', endsOn: '2027-05-04', slug: 'ten-days-later' })
    const [made] = await db().select().from(events).where(eq(events.id, copy.id))
    expect(made).toMatchObject({
      slug: 'ten-days-later',
      opensAt: new Date('2027-02-11T08:00:00Z'),
      closesAt: new Date('2027-04-06T21:59:00Z'),
      freezesAt: new Date('2027-04-30T10:00:00Z'),
      approval: true,
      onlineUrl: '',
      revision: 1,
    })
  })

  it('has the form with conditions on its own questions and options', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [
      { title: 'Diet', questions: [{ kind: 'one', label: 'Menu', labelRu: 'Меню', options: ['Any', 'Vegan'] }] },
      {
        stage: 'afterwards',
        questions: [
          {
            kind: 'date',
            requiredFrom: '2027-04-01',
            earliest: '2027-04-20',
            latest: '2027-04-27',
            typeIds: [event.typeIds[1] ?? ''],
            condition: ([menu]) => ({
              mode: 'all',
              tests: [{ questionId: menu?.id ?? '', op: 'is', value: menu?.options[1] }],
            }),
          },
        ],
      },
    ])
    const copy = await cloned(event)
    const [before, after] = await Promise.all(
      [event.id, copy.id].map((id) => formOf({ id, defaultLocale: 'en' }, 'ru')),
    )
    const [menu, day] = after?.sections.flatMap((section) => section.questions) ?? []
    expect(after?.sections.map(({ stage, title }) => [stage, title.text])).toEqual(
      before?.sections.map(({ stage, title }) => [stage, title.text]),
    )
    expect(menu?.label.text).toBe('Меню')
    expect(menu?.options.map((option) => option.label.text)).toEqual(['Any', 'Vegan'])
    const types = await typesOf(copy.id, 'en', 'en')
    expect(day).toMatchObject({
      requiredFrom: '2028-03-30',
      earliest: '2028-04-18',
      latest: '2028-04-25',
      typeIds: [types[1]?.id],
      condition: { mode: 'all', tests: [{ questionId: menu?.id, op: 'is', value: menu?.options[1]?.id }] },
    })
    const ids = new Set(asked.flatMap((question) => [question.id, ...question.options]))
    const stored = await db().select().from(questions).where(eq(questions.eventId, copy.id))
    expect([...ids].filter((id) => JSON.stringify(stored).includes(id))).toEqual([])
  })

  it('has the limits with nobody in them, for its own types and options', async () => {
    const event = await makeEvent({ capacity: 30 })
    const { questions: asked } = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['Trip', 'None'] }] }])
    const [typeId = '', option = ''] = [event.typeIds[0], asked[0]?.options[0]]
    await transaction(async (tx) => {
      const [typePool, optionPool] = [newId(), newId()]
      await tx.insert(seatPools).values([
        { id: typePool, eventId: event.id, key: `type:${typeId}`, capacity: 5 },
        { id: optionPool, eventId: event.id, key: `option:${option}`, capacity: 3 },
      ])
      const rule = { eventId: event.id, subjectId: null, poolId: null, eachCapacity: null }
      await tx.insert(poolRules).values([
        { ...rule, id: newId(), poolId: typePool, subject: 'type', subjectId: typeId },
        { ...rule, id: newId(), poolId: optionPool, subject: 'option', subjectId: option },
        { ...rule, id: newId(), subject: 'institution', eachCapacity: 2 },
      ])
    })
    await registered(event)
    expect(await poolsOf(event.id)).toHaveLength(4)

    const copy = await cloned(event)
    const types = await typesOf(copy.id, 'en', 'en')
    const form = await formOf({ id: copy.id, defaultLocale: 'en' }, 'en')
    const trip = form.sections[0]?.questions[0]?.options[0]?.id
    const pools = await poolsOf(copy.id)
    expect(pools.map(({ id: _, ...pool }) => pool)).toEqual([
      { key: 'event', capacity: 30, taken: 0 },
      { key: `type:${types[0]?.id}`, capacity: 5, taken: 0 },
      { key: `option:${trip}`, capacity: 3, taken: 0 },
    ])
    expect(await rulesOf(copy.id)).toEqual([
      { poolId: pools[0]?.id, subject: 'event', subjectId: null, eachCapacity: null },
      { poolId: pools[1]?.id, subject: 'type', subjectId: types[0]?.id, eachCapacity: null },
      { poolId: pools[2]?.id, subject: 'option', subjectId: trip, eachCapacity: null },
      { poolId: null, subject: 'institution', subjectId: null, eachCapacity: 2 },
    ])
  })

  it('has a cover of its own, so that each can be dropped without the other', async () => {
    const event = await makeEvent()
    const coverId = newId()
    await writeBytes(coverId, Buffer.from('a picture'))
    await transaction(async (tx) => {
      const file = {
        id: coverId,
        eventId: event.id,
        purpose: 'cover',
        name: 'cover.jpg',
        mediaType: 'image/jpeg',
      } as const
      await insertFile(tx, { ...file, size: 9, sha256: '' }, NOW)
      await tx.update(events).set({ coverId, accent: '#225533' }).where(eq(events.id, event.id))
    })
    const copy = await cloned(event)
    const [made] = await db().select().from(events).where(eq(events.id, copy.id))
    expect(made).toMatchObject({ accent: '#225533', coverId: expect.any(String) })
    expect(made?.coverId).not.toBe(coverId)
    expect((await readBytes(made?.coverId ?? ''))?.toString()).toBe('a picture')
    const rows = await db().select({ id: files.id }).from(files).where(eq(files.eventId, copy.id))
    expect(rows).toEqual([{ id: made?.coverId }])
  })

  it('is not for staff, nor for organizers of others, and takes no address that is taken', async () => {
    const event = await makeEvent()
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const stranger = await organizerOf(await makeEvent())
    for (const actor of [staff, stranger])
      expect(await cloneEvent(actor, event.id, COPY, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await cloneEvent(await organizerOf(event), event.id, { ...COPY, slug: event.slug }, NOW)).toEqual({
      ok: false,
      reason: 'slug-taken',
    })
  })
})
