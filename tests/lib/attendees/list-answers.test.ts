import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db/client'
import { questions } from '#db/schema/forms'
import { mergeInstitutions } from '#lib/attendees/mutations/merge'
import { attendeePage } from '#lib/attendees/queries/list'
import { answerCounts, listAnswers, listQuestions } from '#lib/attendees/queries/list-answers'
import { attendeeList, columnOf, DEFAULT_COLUMNS, knownList, listHref } from '#lib/attendees/schema/list'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  type TestEvent,
} from '#tests/setup/factories'
import { makeAnswer, makeForm } from '#tests/setup/forms'

let event: TestEvent
let other: TestEvent
let organizer: Actor
let staff: Actor
let institution: string
const q: Record<string, string> = {}
const options: Record<string, string[]> = {}
const people: Record<string, string> = {}
let foreign: string

beforeAll(async () => {
  event = await makeEvent()
  other = await makeEvent()
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  institution = await makeInstitution('Answering Academy')
  const names = ['diet', 'dinner', 'tours', 'from', 'host', 'note', 'photo', 'health', 'old'] as const
  const made = await makeForm(event.id, [
    {
      title: 'Practical',
      questions: [
        { kind: 'one', label: 'Diet', options: ['Any', 'Vegan'] },
        { kind: 'yes-no', label: 'Dinner' },
        { kind: 'several', label: 'Tours', options: ['Lake', 'Tower', 'Bazaar'] },
        { kind: 'country', label: 'Flying from' },
        { kind: 'institution', label: 'Host' },
      ],
    },
    {
      stage: 'afterwards',
      title: 'Later',
      questions: [
        { kind: 'long', label: 'Note' },
        { kind: 'consent', label: 'Photos' },
        { kind: 'yes-no', label: 'Health', dataClass: 'sensitive' },
        { kind: 'short', label: 'Old' },
      ],
    },
  ])
  for (const [i, name] of names.entries()) {
    q[name] = made.questions[i]?.id ?? ''
    options[name] = made.questions[i]?.options ?? []
  }
  await transaction((tx) =>
    tx
      .update(questions)
      .set({ archivedAt: NOW })
      .where(eq(questions.id, q.old as string)),
  )
  const there = await makeForm(other.id, [{ questions: [{ kind: 'yes-no', label: 'Foreign' }] }])
  foreign = there.questions[0]?.id ?? ''
  for (const name of ['Abel', 'Bela', 'Cem']) people[name] = (await registered(event, { familyName: name })).attendeeId
  const stranger = await registered(other, { familyName: 'Stranger' })
  await makeAnswer(stranger.attendeeId, foreign, '1')
  const choose = (name: string, ids: (string | undefined)[]) =>
    ids.map((id = '') => ({ slot: name === 'several' ? id : '', text: id, optionId: id }))
  const [abel = '', bela = ''] = [people.Abel, people.Bela]
  await makeAnswer(abel, q.diet as string, choose('one', [options.diet?.[1]]))
  await makeAnswer(bela, q.diet as string, choose('one', [options.diet?.[0]]))
  await makeAnswer(abel, q.dinner as string, '0')
  await makeAnswer(bela, q.dinner as string, '1')
  await makeAnswer(abel, q.tours as string, choose('several', [options.tours?.[0], options.tours?.[2]]))
  await makeAnswer(bela, q.tours as string, choose('several', [options.tours?.[2]]))
  await makeAnswer(bela, q.from as string, [{ slot: '', text: 'LT', countryCode: 'LT' }])
  await makeAnswer(abel, q.host as string, [{ slot: '', text: 'Academy', institutionId: institution }])
  await makeAnswer(bela, q.note as string, 'A longer word')
  await makeAnswer(abel, q.photo as string, '1')
  await makeAnswer(abel, q.health as string, '1')
})

const where = () => ({ eventId: event.id, locale: 'en', defaultLocale: 'en' }) as const
const known = async (query: Record<string, string>, actor = organizer) =>
  knownList(attendeeList.parse(query), (await listQuestions(actor, where())).questions)
const found = async (query: Record<string, string>, actor = organizer) =>
  (await attendeePage(actor, where(), await known(query, actor))).rows.map((row) => row.familyName)

describe('filters on answers', () => {
  it.each([
    ['a choice', () => ({ [columnOf(q.diet as string)]: options.diet?.[1] ?? '' }), ['Abel']],
    ['one of several', () => ({ [columnOf(q.tours as string)]: options.tours?.[2] ?? '' }), ['Abel', 'Bela']],
    ['yes', () => ({ [columnOf(q.dinner as string)]: '1' }), ['Bela']],
    ['no', () => ({ [columnOf(q.dinner as string)]: '0' }), ['Abel']],
    ['a country', () => ({ [columnOf(q.from as string)]: 'LT' }), ['Bela']],
    ['an institution', () => ({ [columnOf(q.host as string)]: institution }), ['Abel']],
    ['a consent', () => ({ [columnOf(q.photo as string)]: '1' }), ['Abel']],
    ['no consent', () => ({ [columnOf(q.photo as string)]: 'none' }), ['Bela', 'Cem']],
    ['answered', () => ({ [columnOf(q.note as string)]: 'any' }), ['Bela']],
    ['not answered', () => ({ [columnOf(q.note as string)]: 'none' }), ['Abel', 'Cem']],
    [
      'two at once, and the search',
      () => ({
        [columnOf(q.tours as string)]: options.tours?.[2] ?? '',
        [columnOf(q.dinner as string)]: '0',
        q: 'abel',
      }),
      ['Abel'],
    ],
  ])('%s', async (_, query, names) => expect(await found(query())).toEqual(names))

  it('count by status and stay in the address of tabs and pages', async () => {
    const list = await known({ [columnOf(q.dinner as string)]: '1', page: '7' })
    expect(await attendeePage(staff, where(), list)).toMatchObject({ all: 1, byStatus: { confirmed: 1 }, page: 1 })
    expect(listHref(list, { status: 'confirmed' })).toContain(`${columnOf(q.dinner as string)}=1`)
    expect(attendeeList.parse(Object.fromEntries(new URLSearchParams(listHref(list)))).answers).toEqual(list.answers)
  })

  it('tell how many answered so, and nothing of what is sensitive', async () => {
    const counts = await answerCounts(staff, event.id)
    expect(counts.get(q.tours as string)?.get(options.tours?.[2] ?? '')).toBe(2)
    expect(counts.get(q.host as string)?.get(institution)).toBe(1)
    expect([counts.has(q.health as string), counts.has(q.note as string), counts.has(foreign)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('follow an institution that was merged', async () => {
    const into = await makeInstitution('Standing Academy')
    const admin = await makeUser([], true)
    expect(await mergeInstitutions(admin, { fromId: institution, intoId: into }, NOW)).toMatchObject({ ok: true })
    expect(await found({ [columnOf(q.host as string)]: into })).toEqual(['Abel'])
    expect((await answerCounts(staff, event.id)).get(q.host as string)?.get(into)).toBe(1)
  })
})

describe('what no list can be made of is left out', () => {
  const everybody = ['Abel', 'Bela', 'Cem']

  it('questions of another event, sensitive ones, values that cannot be', async () => {
    const wrong: Record<string, string>[] = [
      { [columnOf(foreign)]: '1', cols: `name,${columnOf(foreign)}` },
      { [columnOf(q.health as string)]: '1', cols: `name,${columnOf(q.health as string)}` },
      { [columnOf(q.diet as string)]: options.tours?.[0] ?? '' },
      { [columnOf(q.dinner as string)]: 'LT' },
      { [columnOf(q.note as string)]: 'A longer word' },
      { "q.x' or 1=1": '1', 'q.': '1', answers: '{}', cols: 'name,q.,q.name' },
    ]
    for (const query of wrong) {
      for (const actor of [organizer, staff]) {
        const list = await known(query, actor)
        expect([list.answers, list.cols.filter((column) => column.startsWith('q.'))]).toEqual([{}, []])
        expect(await found(query, actor)).toEqual(everybody)
      }
    }
  })

  it('a sensitive answer finds nobody even past the address', async () => {
    const list = { ...attendeeList.parse({}), answers: { [q.health as string]: '1' } }
    expect((await attendeePage(organizer, where(), list)).total).toBe(0)
    const none = { ...list, answers: { [q.health as string]: 'none' } }
    expect((await attendeePage(organizer, where(), none)).total).toBe(3)
  })

  it('columns stand in the order of the form behind the others, also those no longer asked', async () => {
    const [diet, note, old] = [q.diet, q.note, q.old].map((id = '') => columnOf(id))
    const list = await known({ cols: `${old},${note},email,${diet},name` })
    expect(list.cols).toEqual(['name', 'email', diet, note, old])
    expect(attendeeList.parse({}).cols).toEqual(DEFAULT_COLUMNS)
  })
})

describe('who may read', () => {
  it('nobody but the event’s people knows its questions and answers', async () => {
    const refused: Actor[] = [
      ANONYMOUS,
      await makeUser(),
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
      participantOf(event, people.Abel as string),
    ]
    for (const actor of refused) {
      expect(await listQuestions(actor, where())).toEqual({ sections: [], questions: [], sensitive: [] })
      expect((await answerCounts(actor, event.id)).size).toBe(0)
      await expect(listAnswers(actor, event.id, [people.Abel as string], [q.diet as string])).rejects.toThrow()
    }
  })

  it('what is sensitive only organizers get', async () => {
    const read = (actor: Actor, ids: string[]) => listAnswers(actor, event.id, [people.Abel as string], ids)
    expect((await listQuestions(organizer, where())).sensitive.map(({ id }) => id)).toEqual([q.health])
    expect((await listQuestions(staff, where())).sensitive).toEqual([])
    expect((await read(organizer, [q.health as string])).get(people.Abel as string)?.size).toBe(1)
    await expect(read(staff, [q.health as string])).rejects.toThrow()
    await expect(read(organizer, [foreign])).rejects.toThrow()
    expect([...((await read(staff, [q.diet as string])).get(people.Abel as string)?.keys() ?? [])]).toEqual([q.diet])
  })
})
