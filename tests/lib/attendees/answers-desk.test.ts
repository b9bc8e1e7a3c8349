import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { answerAtDesk } from '#lib/attendees/mutations/answers'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { draftHashOf, keepUploads } from '#lib/attendees/mutations/uploads'
import { answersOf } from '#lib/attendees/queries/answers'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { PDF } from '#tests/setup/files'
import { makeAnswer, makeForm } from '#tests/setup/forms'

let event: TestEvent
let organizer: Actor
let ids: string[]
let options: string[]

beforeAll(async () => {
  event = await makeEvent()
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const made = await makeForm(event.id, [
    {
      questions: [
        { kind: 'short', label: 'Arrives with' },
        { kind: 'one', label: 'Diet', options: ['Any', 'Vegan'] },
        {
          kind: 'short',
          label: 'Which',
          condition: ([, diet]) => ({
            mode: 'all',
            tests: [{ questionId: diet?.id ?? '', op: 'is', value: diet?.options[1] ?? '' }],
          }),
        },
      ],
    },
    {
      stage: 'afterwards',
      questions: [
        { kind: 'short', label: 'Room', staffOnly: true },
        { kind: 'yes-no', label: 'Health', dataClass: 'sensitive' },
        { kind: 'file', label: 'Visa' },
        { kind: 'number', label: 'Nights', max: 5, required: true },
      ],
    },
  ])
  ids = made.questions.map(({ id }) => id)
  options = made.questions[1]?.options ?? []
})

const sent = (typed: Record<number | string, string>, draftHash = 'none') => ({
  typed: new Map(
    Object.entries(typed).map(([key, value]) => {
      const [index = '', part] = key.split('.')
      return [['q', ids[Number(index)] ?? index, part].filter(Boolean).join('.'), [value]]
    }),
  ),
  draftHash,
})
const texts = async (attendeeId: string) =>
  Object.fromEntries(
    [...(await answersOf(attendeeId))].map(([id, pieces]) => [
      ids.indexOf(id),
      pieces.map((piece) => piece.text).join(),
    ]),
  )
const entriesOf = async (attendeeId: string) =>
  (await db().select().from(auditEntries).where(eq(auditEntries.subjectId, attendeeId))).filter(
    ({ verb }) => verb === 'attendee.answer',
  )

describe('an organizer answers for somebody', () => {
  it('questions of both stages and of staff alone; what is required may stay open', async () => {
    const { attendeeId } = await registered(event)
    expect(await answerAtDesk(organizer, attendeeId, sent({ 0: 'Train', 3: '12b' }), 'en', NOW)).toMatchObject({
      ok: true,
    })
    expect(await texts(attendeeId)).toEqual({ 0: 'Train', 3: '12b' })
  })

  it('what they did is written down with before and after, of sensitive answers only that', async () => {
    const { attendeeId } = await registered(event)
    await answerAtDesk(organizer, attendeeId, sent({ 0: 'Train', 4: '1' }), 'en', NOW)
    await answerAtDesk(organizer, attendeeId, sent({ 0: 'Plane', 4: '0' }), 'en', new Date(NOW.getTime() + 1000))
    const [first, second] = (await entriesOf(attendeeId)).sort((a, b) => a.at.getTime() - b.at.getTime())
    const [train, health] = [ids[0] ?? '', ids[4] ?? '']
    expect([first?.before, first?.after]).toEqual([
      { [train]: '', [health]: '' },
      { [train]: 'Train', [health]: '' },
    ])
    expect([second?.before, second?.after]).toEqual([
      { [train]: 'Train', [health]: '' },
      { [train]: 'Plane', [health]: '' },
    ])
    expect(second).toMatchObject({ actorKind: 'user', eventId: event.id })
  })

  it('the same again changes nothing and is not written down', async () => {
    const { attendeeId } = await registered(event)
    await answerAtDesk(organizer, attendeeId, sent({ 0: 'Train' }), 'en', NOW)
    const before = await attendeeRecord(organizer, event.id, attendeeId)
    await answerAtDesk(organizer, attendeeId, sent({ 0: ' Train ' }), 'en', NOW)
    expect((await attendeeRecord(organizer, event.id, attendeeId))?.revision).toBe(before?.revision)
    expect(await entriesOf(attendeeId)).toHaveLength(1)
  })

  it('conditions hold here too: what is not shown is no answer', async () => {
    const { attendeeId } = await registered(event)
    const [any = '', vegan = ''] = options
    await answerAtDesk(organizer, attendeeId, sent({ 1: vegan, 2: 'No honey' }), 'en', NOW)
    expect(await texts(attendeeId)).toEqual({ 1: vegan, 2: 'No honey' })
    await answerAtDesk(organizer, attendeeId, sent({ 1: any, 2: 'No honey' }), 'en', NOW)
    expect(await texts(attendeeId)).toEqual({ 1: any })
  })

  it('after the freeze date, and for somebody who was cancelled', async () => {
    const { attendeeId } = await registered(event)
    await cancelAttendee(organizer, attendeeId, 'test', NOW)
    await transaction((tx) => tx.update(events).set({ freezesAt: NOW }).where(eq(events.id, event.id)))
    expect(await answerAtDesk(organizer, attendeeId, sent({ 0: 'Bus' }), 'en', NOW)).toMatchObject({ ok: true })
    expect(await texts(attendeeId)).toEqual({ 0: 'Bus' })
  })

  it('with a file, which a form of another showing cannot take', async () => {
    const { attendeeId } = await registered(event)
    const form = new FormData()
    form.set(`q.${ids[5]}`, new File([new Uint8Array(PDF)], 'Visa.pdf'))
    const draftHash = draftHashOf('showing-one')
    const where = { event: { id: event.id, defaultLocale: 'en' }, staff: true, locale: 'en', draftHash }
    const stages = ['registration', 'afterwards'] as const
    const { typed, problems } = await keepUploads(organizer, form, { ...where, stages })
    expect(problems).toEqual([])
    expect(
      await answerAtDesk(organizer, attendeeId, { typed, draftHash: draftHashOf('two') }, 'en', NOW),
    ).toMatchObject({
      reason: 'answers',
      problems: [{ questionId: ids[5], problem: { code: 'file' } }],
    })
    expect(await answerAtDesk(organizer, attendeeId, { typed, draftHash }, 'en', NOW)).toMatchObject({ ok: true })
    expect(await texts(attendeeId)).toEqual({ 5: 'Visa.pdf' })
  })
})

describe('what will not do is refused as a whole', () => {
  it('wrong answers, and questions of another form', async () => {
    const { attendeeId } = await registered(event)
    expect(await answerAtDesk(organizer, attendeeId, sent({ 0: 'Train', 6: '9' }), 'en', NOW)).toMatchObject({
      reason: 'answers',
      problems: [{ questionId: ids[6], problem: { code: 'too-large', limit: '5' } }],
    })
    const elsewhere = await makeForm((await makeEvent()).id, [{ questions: [{ kind: 'short' }] }])
    const foreign = elsewhere.questions[0]?.id ?? ''
    expect(await answerAtDesk(organizer, attendeeId, sent({ 0: 'Train', [foreign]: 'x' }), 'en', NOW)).toEqual({
      ok: false,
      reason: 'form-changed',
    })
    expect(await texts(attendeeId)).toEqual({})
  })

  it('whoever may not decide: staff, another event’s organizer, the participant by this way, nobody', async () => {
    const { attendeeId } = await registered(event)
    await makeAnswer(attendeeId, ids[0] ?? '', 'Train')
    const other = await makeEvent()
    const refused: Actor[] = [
      ANONYMOUS,
      await makeUser(),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
      participantOf(event, attendeeId),
    ]
    for (const actor of refused)
      expect(await answerAtDesk(actor, attendeeId, sent({ 0: 'Hacked' }), 'en', NOW)).toEqual({
        ok: false,
        reason: 'not-found',
      })
    expect(await texts(attendeeId)).toEqual({ 0: 'Train' })
    expect(await entriesOf(attendeeId)).toEqual([])
  })
})
