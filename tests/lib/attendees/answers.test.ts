import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { answers } from '#db/schema/answers'
import { consents } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { questions } from '#db/schema/forms'
import { answerAtDesk, answerQuestions } from '#lib/attendees/mutations/answers'
import { register } from '#lib/attendees/mutations/register'
import { answersOf } from '#lib/attendees/queries/answers'
import { ANONYMOUS } from '#lib/auth/actor'
import {
  filledForm,
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

const sent = (typed: Record<string, string | string[]>) => ({
  typed: new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()])),
  draftHash: 'none',
})
const registerWith = (event: TestEvent, typed: Record<string, string | string[]>, change = {}) =>
  register(ANONYMOUS, event.slug, { ...filledForm(event, change), sent: sent(typed) }, WORDING, NOW)

async function stored(attendeeId: string) {
  const all = await answersOf(attendeeId)
  return Object.fromEntries([...all].map(([id, pieces]) => [id, pieces.map((piece) => piece.text)]))
}
const codes = (result: object) =>
  'problems' in result
    ? (result.problems as { problem: { code: string } }[]).map(({ problem }) => problem.code)
    : result

describe('answers that come with a registration', () => {
  it('are kept, one row a question and option', async () => {
    const event = await makeEvent()
    const form = await makeForm(event.id, [
      {
        questions: [
          { kind: 'short' },
          { kind: 'number' },
          { kind: 'several', options: ['A', 'B', 'C'] },
          { kind: 'country' },
        ],
      },
    ])
    const [short, number, several, country] = form.questions as [never, never, never, never] as {
      id: string
      options: string[]
    }[]
    if (!short || !number || !several || !country) throw new Error('no form')
    const result = await registerWith(event, {
      [`q.${short.id}`]: ' <b>Tea</b> ',
      [`q.${number.id}`]: '1 200,5',
      [`q.${several.id}`]: [several.options[2] ?? '', several.options[0] ?? ''],
      [`q.${country.id}`]: 'UZ',
    })
    if (!result.ok) throw new Error(JSON.stringify(result))
    expect(await stored(result.value.attendeeId)).toEqual({
      [short.id]: ['<b>Tea</b>'],
      [number.id]: ['1200.5'],
      [several.id]: [several.options[2], several.options[0]],
      [country.id]: ['UZ'],
    })
    const rows = await db().select().from(answers).where(eq(answers.questionId, number.id))
    expect(rows.map((row) => row.number)).toEqual([1200.5])
  })

  it('are refused as a whole when one will not do, and nothing is left behind', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [
      { questions: [{ kind: 'short', required: true }, { kind: 'one', options: ['A'] }, { kind: 'date' }] },
    ])
    const other = await makeForm((await makeEvent()).id, [{ questions: [{ kind: 'one', options: ['X'] }] }])
    const email = 'whole@mail.test'
    const result = await registerWith(
      event,
      { [`q.${asked[1]?.id}`]: other.questions[0]?.options[0] ?? '', [`q.${asked[2]?.id}`]: '2027-02-30' },
      { email },
    )
    expect(codes(result)).toEqual(['required', 'option', 'date'])
    expect((await registerWith(event, { [`q.${asked[0]?.id}`]: 'x' }, { email })).ok).toBe(true)
  })

  it.each([
    [
      'a question of another event',
      async () => (await makeForm((await makeEvent()).id, [{ questions: [{ kind: 'short' }] }])).questions[0]?.id,
    ],
    ['one that does not exist', async () => 'nothing'],
    [
      'one for staff',
      async (event: TestEvent) =>
        (await makeForm(event.id, [{ questions: [{ kind: 'short', staffOnly: true }] }])).questions[0]?.id,
    ],
    [
      'one that is asked later',
      async (event: TestEvent) =>
        (await makeForm(event.id, [{ stage: 'afterwards', questions: [{ kind: 'short' }] }])).questions[0]?.id,
    ],
  ])('to %s are refused', async (_, foreign) => {
    const event = await makeEvent()
    expect(await registerWith(event, { [`q.${await foreign(event)}`]: 'x' })).toEqual({
      ok: false,
      reason: 'form-changed',
    })
  })

  it('to a question that was archived meanwhile are refused, and those before it stay', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [{ questions: [{ kind: 'short' }] }])
    const name = `q.${asked[0]?.id}`
    const first = await registerWith(event, { [name]: 'tea' })
    await transaction(async (tx) => {
      await tx
        .update(questions)
        .set({ archivedAt: NOW })
        .where(eq(questions.id, asked[0]?.id ?? ''))
    })
    expect(await registerWith(event, { [name]: 'coffee' })).toEqual({ ok: false, reason: 'form-changed' })
    if (first.ok) expect(await stored(first.value.attendeeId)).toEqual({ [asked[0]?.id ?? '']: ['tea'] })
  })

  it('depend on the type and on conditions at this moment', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [
      {
        questions: [
          { kind: 'yes-no', label: 'Visa?' },
          {
            kind: 'short',
            required: true,
            condition: ([visa]) => ({ mode: 'all', tests: [{ questionId: visa?.id ?? '', op: 'is', value: '1' }] }),
          },
          { kind: 'short', required: true, typeIds: [event.typeIds[1] ?? ''] },
        ],
      },
    ])
    const [visa, passport, own] = asked.map(({ id }) => id)
    expect(codes(await registerWith(event, { [`q.${visa}`]: '1' }))).toEqual(['required'])
    const no = await registerWith(event, { [`q.${visa}`]: '0', [`q.${passport}`]: 'AN 1', [`q.${own}`]: 'x' })
    if (!no.ok) throw new Error(JSON.stringify(no))
    expect(Object.keys(await stored(no.value.attendeeId))).toEqual([visa])
    expect(codes(await registerWith(event, { [`q.${visa}`]: '0' }, { typeId: event.typeIds[1] }))).toEqual(['required'])
  })

  it('that are consents are kept as consents, in the words that were read', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [
      { questions: [{ kind: 'consent', label: 'You may print my photo.', required: true }] },
    ])
    expect(codes(await registerWith(event, {}))).toEqual(['consent'])
    const result = await registerWith(event, { [`q.${asked[0]?.id}`]: '1' })
    if (!result.ok) throw new Error(result.reason)
    const given = await db()
      .select()
      .from(consents)
      .where(eq(consents.questionId, asked[0]?.id ?? ''))
    expect(given.map((row) => [row.attendeeId, row.purpose, row.wording, row.locale])).toEqual([
      [result.value.attendeeId, 'question', 'You may print my photo.', 'en'],
    ])
  })

  it('name an institution by its name, by choice, or as it is', async () => {
    const event = await makeEvent()
    const { questions: asked } = await makeForm(event.id, [{ questions: [{ kind: 'institution' }] }])
    const [name, id] = [`q.${asked[0]?.id}`, asked[0]?.id ?? '']
    const academy = await makeInstitution('Sending Academy')
    const named = await registerWith(event, { [name]: 'sending academy' })
    expect(codes(await registerWith(event, { [name]: 'Nobody Knows' }))).toEqual(['institution'])
    const kept = await registerWith(event, {
      [name]: 'Nobody Knows',
      [`${name}.asked`]: 'Nobody Knows',
      [`${name}.choice`]: 'typed',
    })
    // A choice made for another text counts for nothing.
    expect(
      codes(
        await registerWith(event, {
          [name]: 'Someone Else',
          [`${name}.asked`]: 'Nobody Knows',
          [`${name}.choice`]: 'typed',
        }),
      ),
    ).toEqual(['institution'])
    if (!named.ok || !kept.ok) throw new Error('refused')
    expect((await answersOf(named.value.attendeeId)).get(id)?.[0]?.institutionId).toBe(academy)
    expect((await answersOf(kept.value.attendeeId)).get(id)?.[0]).toEqual({ slot: '', text: 'Nobody Knows' })
  })
})

describe('answers once the place is secured', () => {
  async function placed() {
    const event = await makeEvent()
    const form = await makeForm(event.id, [
      { questions: [{ kind: 'short' }] },
      {
        stage: 'afterwards',
        questions: [
          { kind: 'short', label: 'Diet', dataClass: 'sensitive' },
          { kind: 'one', label: 'Workshop', options: ['A', 'B'] },
        ],
      },
    ])
    const { attendeeId } = await registered(event)
    const [first, diet, workshop] = form.questions as { id: string; options: string[] }[]
    if (!first || !diet || !workshop) throw new Error('no form')
    return { event, attendeeId, first, diet, workshop, own: participantOf(event, attendeeId) }
  }

  it('can be given, changed and taken back, with what changed in the audit but nothing sensitive', async () => {
    const { attendeeId, own, diet, workshop } = await placed()
    const [a = '', b = ''] = workshop.options
    expect(
      (await answerQuestions(own, sent({ [`q.${diet.id}`]: 'no nuts', [`q.${workshop.id}`]: a }), 'en', NOW)).ok,
    ).toBe(true)
    expect((await answerQuestions(own, sent({ [`q.${workshop.id}`]: b }), 'en', NOW)).ok).toBe(true)
    expect(await stored(attendeeId)).toEqual({ [workshop.id]: [b] })
    const audit = (
      await db().select().from(auditEntries).where(eq(auditEntries.subjectId, attendeeId)).orderBy(auditEntries.id)
    ).filter((row) => row.verb === 'attendee.answer')
    expect(audit.map((row) => [row.before, row.after])).toEqual([
      [
        { [diet.id]: '', [workshop.id]: '' },
        { [diet.id]: '', [workshop.id]: a },
      ],
      [
        { [diet.id]: '', [workshop.id]: a },
        { [diet.id]: '', [workshop.id]: b },
      ],
    ])
    expect(JSON.stringify(audit)).not.toContain('nuts')
  })

  it('given again unchanged leave no trace', async () => {
    const { attendeeId, own, diet } = await placed()
    const typed = sent({ [`q.${diet.id}`]: 'none' })
    await answerQuestions(own, typed, 'en', NOW)
    await answerQuestions(own, typed, 'en', NOW)
    const audit = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, attendeeId))
    expect(audit.filter((row) => row.verb === 'attendee.answer')).toHaveLength(1)
  })

  it('are refused to others, after the freeze date, after the end, and to those without a place', async () => {
    const { event, attendeeId, own, first, diet } = await placed()
    const typed = sent({ [`q.${diet.id}`]: 'x' })
    expect(await answerQuestions(ANONYMOUS, typed, 'en', NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await answerQuestions(await makeUser([{ slug: event.slug, role: 'organizer' }]), typed, 'en', NOW)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await answerQuestions(own, sent({ [`q.${first.id}`]: 'x' }), 'en', NOW)).toEqual({
      ok: false,
      reason: 'form-changed',
    })
    expect(await answerQuestions(own, typed, 'en', new Date('2027-04-25T00:00:00Z'))).toEqual({
      ok: false,
      reason: 'frozen',
    })
    await transaction(async (tx) => {
      await tx.update(events).set({ freezesAt: NOW }).where(eq(events.id, event.id))
    })
    expect(await answerQuestions(own, typed, 'en', NOW)).toEqual({ ok: false, reason: 'frozen' })
    expect((await answerQuestions(own, typed, 'en', new Date(NOW.getTime() - 1))).ok).toBe(true)
    const full = await makeEvent({ capacity: 0 })
    const waiting = await registered(full)
    expect(await answerQuestions(participantOf(full, waiting.attendeeId), sent({}), 'en', NOW)).toEqual({
      ok: false,
      reason: 'not-possible',
    })
    expect(await stored(attendeeId)).toEqual({ [diet.id]: ['x'] })
  })

  it('can be written down by the event’s organizers alone, with required ones left open', async () => {
    const { event, attendeeId, first } = await placed()
    const typed = sent({ [`q.${first.id}`]: 'by phone' })
    const elsewhere = await makeEvent()
    for (const actor of [
      ANONYMOUS,
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      await makeUser([{ slug: elsewhere.slug, role: 'organizer' }]),
    ])
      expect(await answerAtDesk(actor, attendeeId, typed, 'en', NOW)).toEqual({ ok: false, reason: 'not-found' })
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    expect((await answerAtDesk(organizer, attendeeId, typed, 'en', new Date('2028-01-01T00:00:00Z'))).ok).toBe(true)
    expect(await stored(attendeeId)).toEqual({ [first.id]: ['by phone'] })
  })
})
