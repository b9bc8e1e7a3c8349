import { eq } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { questions } from '#db/schema/forms'
import { answersInWords } from '#lib/attendees/policy/told'
import { answersOf } from '#lib/attendees/queries/answers'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { namesWith } from '#lib/attendees/queries/names'
import { attendeeList, COLUMNS, type Column, columnOf } from '#lib/attendees/schema/list'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { wholeForm } from '#lib/forms/queries/whole'
import { exportRoster } from '#lib/rosters/mutations/export'
import { readSensitive } from '#lib/rosters/mutations/read-sensitive'
import { recordAnswers, sensitiveLines } from '#lib/rosters/policy/answers'
import { answerTexts } from '#lib/rosters/queries/answer-cells'
import { rosterFile } from '#lib/rosters/queries/file'
import type { Format } from '#lib/rosters/schema'
import { makeEvent, makeUser, NOW, participantOf, registered, type TestEvent } from '#tests/setup/factories'
import { makeAnswer, makeForm } from '#tests/setup/forms'

const KINDS = [
  'short',
  'long',
  'number',
  'date',
  'several',
  'yes-no',
  'phone',
  'url',
  'file',
  'consent',
  'travel',
] as const
const YES_NO = { yes: 'Yes', no: 'No' }
const words = {
  sheet: 'Attendees',
  heads: Object.fromEntries(COLUMNS.map((column) => [column, column])) as Record<Column, string>,
  status: () => 'status',
  ...YES_NO,
}

let event: TestEvent
let organizer: Actor & { kind: 'user' }
let staff: Actor & { kind: 'user' }
let person: string
let sensitive: string
let gone: string
let q: Record<string, string>
const where = () => ({ eventId: event.id, locale: 'en', defaultLocale: 'en', timeZone: 'Pacific/Honolulu' }) as const

beforeAll(async () => {
  event = await makeEvent()
  organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  const made = await makeForm(event.id, [
    {
      title: 'Every kind',
      questions: KINDS.map((kind) => ({
        kind,
        label: `=About "${kind}"`,
        ...(kind === 'several' && { options: ['One', '=Two'] }),
      })),
    },
    {
      stage: 'afterwards',
      title: 'Care',
      questions: [
        { kind: 'short', label: 'Health', dataClass: 'sensitive' },
        { kind: 'short', label: 'Old question' },
        { kind: 'short', label: 'Needed', required: true },
        { kind: 'short', label: 'Researchers only', typeIds: [event.typeIds[1] ?? ''] },
        { kind: 'short', label: 'Needed health', required: true, dataClass: 'sensitive' },
      ],
    },
  ])
  q = Object.fromEntries(KINDS.map((kind, i) => [kind, made.questions[i]?.id ?? '']))
  ;[sensitive = '', gone = ''] = made.questions.slice(KINDS.length).map(({ id }) => id)
  await transaction((tx) => tx.update(questions).set({ archivedAt: NOW }).where(eq(questions.id, gone)))
  person = (await registered(event, { familyName: 'Answering' })).attendeeId
  const several = made.questions[4]?.options ?? []
  const given: [string, Parameters<typeof makeAnswer>[2]][] = [
    ['short', '=cmd|calc'],
    ['long', 'one\n<b>two</b>\x07 & three'],
    ['number', [{ slot: '', text: '2.5', number: 2.5 }]],
    ['date', '2027-04-23'],
    ['several', several.toReversed().map((id) => ({ slot: id, text: id, optionId: id }))],
    ['yes-no', '0'],
    ['phone', '+996 555 12 34 56'],
    ['url', 'javascript:alert(1)'],
    ['file', '=visa.pdf'],
    [
      'travel',
      [
        { slot: 'day', text: '2027-04-22' },
        { slot: 'time', text: '14:30' },
        { slot: 'detail', text: '@TK 345' },
      ],
    ],
  ]
  for (const [kind, answer] of given) await makeAnswer(person, q[kind] ?? '', answer)
  await makeAnswer(person, sensitive, 'Secret illness')
  await makeAnswer(person, gone, 'Old answer')
})

async function file(actor: Actor, format: Format, chosen: string[] = []) {
  const list = attendeeList.parse({ cols: ['name', ...KINDS.map((kind) => columnOf(q[kind] ?? ''))] })
  const order = await exportRoster(actor, where(), { list, format, sensitive: chosen }, NOW)
  if (!order.ok) throw new Error(order.reason)
  const asked = await listQuestions(actor, where())
  const roster = { event: where(), ...order.value, questions: [...asked.questions, ...asked.sensitive], words }
  return new Uint8Array(await new Response(rosterFile(actor, roster, format)).arrayBuffer())
}

describe('answers in the file', () => {
  it('are texts that no spreadsheet runs in CSV, days and numbers in one spelling', async () => {
    const text = new TextDecoder().decode(await file(staff, 'csv'))
    const [heads, row] = parseCsv(text)
    expect(heads?.slice(1)).toEqual(KINDS.map((kind) => `'=About "${kind}"`))
    expect(row?.slice(1)).toEqual([
      ...["'=cmd|calc", 'one\n<b>two</b> & three', '2.5', '2027-04-23', "One; '=Two", 'No', '+996 555 12 34 56'],
      ...['javascript:alert(1)', "'=visa.pdf", 'No', '2027-04-22, 14:30, @TK 345'],
    ])
  })

  it('are numbers, real dates and plain strings in XLSX, never a formula', async () => {
    const bytes = await file(staff, 'xlsx')
    const [heads, row] = (await readXlsx(bytes)).sheets[0]?.rows ?? []
    expect(heads?.[1]).toBe('=About "short"')
    expect(row?.slice(1)).toEqual([
      ...['=cmd|calc', 'one\n<b>two</b> & three', 2.5, new Date('2027-04-23T00:00:00Z'), 'One; =Two', 'No'],
      ...['+996 555 12 34 56', 'javascript:alert(1)', '=visa.pdf', 'No', '2027-04-22, 14:30, @TK 345'],
    ])
    const cells = [...((await readXlsx(bytes, { readStyles: true })).sheets[0]?.cells?.values() ?? [])]
    for (const cell of cells) expect(cell).not.toHaveProperty('formula')
  })

  it('say what the screen says', async () => {
    const asked = (await listQuestions(staff, where())).questions
    const text = await answerTexts(staff, where(), [person], asked, YES_NO)
    expect(KINDS.map((kind) => text(person, q[kind] ?? ''))).toEqual([
      ...['=cmd|calc', 'one\n<b>two</b>\x07 & three', '2.5', '23 April 2027', 'One; =Two', 'No', '+996 555 12 34 56'],
      ...['javascript:alert(1)', '=visa.pdf', 'No', '22 April 2027, 14:30, @TK 345'],
    ])
  })

  it('sensitive ones only where an organizer chose them, and the audit says so', async () => {
    expect(new TextDecoder().decode(await file(organizer, 'csv'))).not.toContain('Secret')
    const [heads, row] = parseCsv(new TextDecoder().decode(await file(organizer, 'csv', [sensitive])))
    expect([heads?.at(-1), row?.at(-1)]).toEqual(['Health', 'Secret illness'])
    const entries = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.actorId, organizer.userId))
      .orderBy(auditEntries.id)
    const told = entries.map(({ after }) => after as Record<string, unknown>)
    const labels = KINDS.map((kind) => `=About "${kind}"`)
    expect(told).toHaveLength(2)
    expect(told).toContainEqual(expect.objectContaining({ columns: ['name'], questions: labels, sensitive: [] }))
    expect(told).toContainEqual(expect.objectContaining({ questions: labels, sensitive: ['Health'] }))
  })

  it('are refused to whoever may not have them', async () => {
    const elsewhere = await makeEvent()
    const foreign = await makeForm(elsewhere.id, [{ questions: [{ kind: 'short', dataClass: 'sensitive' }] }])
    const list = attendeeList.parse({})
    const order = (actor: Actor, chosen: string) =>
      exportRoster(actor, where(), { list, format: 'csv', sensitive: [chosen] }, NOW)
    for (const actor of [staff, await makeUser([{ slug: elsewhere.slug, role: 'organizer' }])])
      expect(await order(actor, sensitive)).toEqual({ ok: false, reason: 'not-found' })
    for (const chosen of [foreign.questions[0]?.id ?? '', q.short ?? ''])
      expect(await order(organizer, chosen)).toEqual({ ok: false, reason: 'not-found' })
  })
})

describe('sensitive answers of a record', () => {
  const entries = async () =>
    (await db().select().from(auditEntries).where(eq(auditEntries.subjectId, person))).filter(
      ({ verb }) => verb === 'attendee.read-sensitive',
    )

  it('come to organizers of the event, and that is written down; to nobody else', async () => {
    const elsewhere = await makeEvent()
    const refused: Actor[] = [
      ANONYMOUS,
      staff,
      participantOf(event, person),
      await makeUser([{ slug: elsewhere.slug, role: 'organizer' }]),
    ]
    for (const actor of refused)
      expect(await readSensitive(actor, event.id, person, NOW)).toEqual({ ok: false, reason: 'not-found' })
    expect(await readSensitive(organizer, elsewhere.id, person, NOW)).toMatchObject({ ok: false })
    expect(await entries()).toEqual([])
    const read = await readSensitive(organizer, event.id, person, NOW)
    if (!read.ok) throw new Error(read.reason)
    const names = await namesWith([], 'en', YES_NO)
    const lines = sensitiveLines(await wholeForm({ id: event.id, defaultLocale: 'en' }, 'en'), read.value, names)
    expect(lines.map(({ label, text }) => [label.text, text])).toEqual([['Health', 'Secret illness']])
    expect(await entries()).toMatchObject([{ actorId: organizer.userId, after: { questions: [sensitive] } }])
  })

  it('where there are none, nothing is written down', async () => {
    const { attendeeId } = await registered(event)
    expect(await readSensitive(organizer, event.id, attendeeId, NOW)).toMatchObject({ ok: true })
    const rows = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, attendeeId))
      .orderBy(auditEntries.id)
    expect(rows.map(({ verb }) => verb)).toEqual(['attendee.register'])
  })
})

describe('answers on the record', () => {
  async function shown(status: 'confirmed' | 'cancelled' = 'confirmed') {
    const form = await wholeForm({ id: event.id, defaultLocale: 'en' }, 'en')
    const answers = await answersOf(person)
    const names = await namesWith([answers], 'en', YES_NO)
    return {
      form,
      names,
      told: recordAnswers(form, answers, { typeId: event.typeIds[0] ?? '', status }, names, '2027-03-01'),
    }
  }

  it('are told part by part; open ones as such; gone ones apart; of sensitive ones only how many', async () => {
    const { told } = await shown()
    expect(told.parts.map(({ title, lines }) => [title.text, lines.length])).toEqual([
      ['Every kind', KINDS.length],
      ['Care', 2],
    ])
    expect(told.parts[1]?.lines.map(({ label, open, text }) => [label.text, open, text])).toEqual([
      ['Needed', true, ''],
      ['Needed health', true, ''],
    ])
    expect(told.gone.map(({ label, text }) => [label.text, text])).toEqual([['Old question', 'Old answer']])
    expect(told.sensitive).toBe(1)
    expect(JSON.stringify(told)).not.toContain('Secret')
    expect((await shown('cancelled')).told.parts).toHaveLength(1)
  })

  it('lead to phones and web addresses, to no scripts', async () => {
    const { told } = await shown()
    const line = (kind: string) => told.parts[0]?.lines.find((one) => one.kind === kind)
    expect(line('phone')?.href).toBe('tel:+996555123456')
    expect(line('url')?.href).toBe('')
    expect(line('short')?.href).toBe('')
  })

  it('are told in words by the history, sensitive ones not at all', async () => {
    const { form, names } = await shown()
    const all = form.sections.flatMap((section) => section.questions)
    const options = all.find(({ kind }) => kind === 'several')?.options.map(({ id }) => id) ?? []
    const entry = {
      before: { [q.date ?? '']: '', [q['yes-no'] ?? '']: '0', [q.several ?? '']: '', [sensitive]: 'kept by mistake' },
      after: {
        ...{ [q.date ?? '']: '2027-04-23', [q['yes-no'] ?? '']: '1', [sensitive]: '' },
        ...{ [q.several ?? '']: options.join(' · '), [q.travel ?? '']: '2027-04-22 · 14:30 · TK' },
      },
    }
    const lines = answersInWords(entry, all, names, 'empty')
    expect(lines.map(({ before, after, silent }) => [before, after, silent])).toEqual([
      ['empty', '23 April 2027', false],
      ['empty', 'One; =Two', false],
      ['No', 'Yes', false],
      ['empty', '22 April 2027, 14:30, TK', false],
      ['', '', true],
    ])
  })
})
