import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { archiveQuestion, restoreQuestion } from '#lib/forms/mutations/archive'
import { addQuestion, editQuestion } from '#lib/forms/mutations/questions'
import { allQuestions } from '#lib/forms/policy/edited'
import { READY_IDS, readyQuestion } from '#lib/forms/policy/ready'
import { valuesOf } from '#lib/forms/policy/rows'
import { editedForm } from '#lib/forms/queries/edit'
import { questionEdit } from '#lib/forms/schema/edit'
import { checkNested } from '#lib/forms/schema/nest'
import { makeEvent, makeUser, NOW, registered } from '#tests/setup/factories'
import { answersTo, edited, makeAnswer, makeForm, questionOf } from '#tests/setup/forms'

async function organized() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  return { event, organizer }
}

describe('adding a question', () => {
  it('puts it at the end of its section, with its words, and into the audit', async () => {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short' }] }])
    const added = await addQuestion(
      organizer,
      event.id,
      form.sections[0] ?? '',
      edited({ 'label.en': 'Title of your talk', 'label.ru': 'Тема доклада', kind: 'long' }),
      NOW,
    )
    expect(added.ok).toBe(true)
    const after = await editedForm(organizer, event.id)
    const question = after?.sections[0]?.questions[1]
    expect(question).toMatchObject({
      kind: 'long',
      label: { en: 'Title of your talk', ru: 'Тема доклада' },
      revision: 1,
    })
    const [entry] = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, question?.id ?? ''))
    expect(entry).toMatchObject({ verb: 'form.edit', eventId: event.id, actorId: organizer.userId })
  })

  it('refuses the wrong actor, and a section or type of another event', async () => {
    const { event, organizer } = await organized()
    const { sections } = await makeForm(event.id, [{ questions: [] }])
    const other = await makeEvent()
    const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const foreign = await makeForm(other.id, [{ questions: [] }])
    const edit = edited({ 'label.en': 'One' })
    for (const actor of [stranger, staff, { kind: 'anonymous' } as const])
      expect(await addQuestion(actor, event.id, sections[0] ?? '', edit)).toMatchObject({ reason: 'not-found' })
    expect(await addQuestion(organizer, event.id, foreign.sections[0] ?? '', edit)).toMatchObject({
      reason: 'not-found',
    })
    const foreignType = edited({ 'label.en': 'One', [`types.${other.typeIds[0]}`]: 'on' })
    expect(await addQuestion(organizer, event.id, sections[0] ?? '', foreignType)).toMatchObject({
      reason: 'not-found',
    })
    expect(allQuestions((await editedForm(organizer, event.id)) ?? { eventId: '', locales: [], sections: [] })).toEqual(
      [],
    )
  })

  it.each(READY_IDS)('knows the ready-made %s in both languages, as its own form would have it', async (id) => {
    const { event, organizer } = await organized()
    const { sections } = await makeForm(event.id, [{ questions: [] }])
    const added = await addQuestion(organizer, event.id, sections[0] ?? '', readyQuestion(id, ['en', 'ru']))
    if (!added.ok) throw new Error(added.reason)
    const question = await questionOf(event.id, added.value.id)
    expect(question.label.en && question.label.ru).toBeTruthy()
    expect(question.options.every((option) => option.label.en && option.label.ru)).toBe(true)
    expect(checkNested(questionEdit(['en', 'ru']), valuesOf(question)).ok).toBe(true)
  })
})

describe('editing a question', () => {
  async function asked() {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short', label: 'Before', dataClass: 'contact' }] }])
    const id = form.questions[0]?.id ?? ''
    return { event, organizer, id }
  }

  it('renames it; the answers stay', async () => {
    const { event, organizer, id } = await asked()
    const person = await registered(event)
    await makeAnswer(person.attendeeId, id, 'Kept')
    const edit = edited({ 'label.en': 'After', 'help.en': 'Why', dataClass: 'contact' })
    expect(await editQuestion(organizer, event.id, id, edit, { revision: 1 })).toEqual({
      ok: true,
      value: { changed: true },
    })
    expect(await questionOf(event.id, id)).toMatchObject({ label: { en: 'After' }, revision: 2, answered: 1 })
    expect(await answersTo(id)).toMatchObject([{ text: 'Kept' }])
    expect(await editQuestion(organizer, event.id, id, edit, { revision: 2 })).toEqual({
      ok: true,
      value: { changed: false },
    })
    const entries = await db().select().from(auditEntries).where(eq(auditEntries.subjectId, id))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      before: { 'label.en': 'Before', 'help.en': '' },
      after: { 'label.en': 'After', 'help.en': 'Why', revision: 2 },
    })
  })

  it('is refused when somebody else saved since the form was opened', async () => {
    const { event, organizer, id } = await asked()
    await editQuestion(organizer, event.id, id, edited({ 'label.en': 'Theirs' }), { revision: 1 })
    const mine = await editQuestion(organizer, event.id, id, edited({ 'label.en': 'Mine' }), { revision: 1 })
    expect(mine).toEqual({ ok: false, reason: 'changed-meanwhile', revision: 2 })
    expect(await questionOf(event.id, id)).toMatchObject({ label: { en: 'Theirs' } })
    expect((await editQuestion(organizer, event.id, id, edited({ 'label.en': 'Mine' }), { revision: 2 })).ok).toBe(true)
  })

  it('keeps words of languages that its form does not show', async () => {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short', label: 'One', labelRu: 'Один' }] }])
    const id = form.questions[0]?.id ?? ''
    await editQuestion(organizer, event.id, id, edited({ 'label.en': 'Two' }, ['en']), { revision: 1 })
    expect((await questionOf(event.id, id)).label).toEqual({ en: 'Two', ru: 'Один' })
  })

  it('refuses the wrong actor and a question of another event', async () => {
    const { event, id } = await asked()
    const other = await makeEvent()
    const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    for (const actor of [stranger, staff])
      expect(await editQuestion(actor, event.id, id, edited({}), { revision: 1 })).toMatchObject({
        reason: 'not-found',
      })
    expect(await editQuestion(stranger, other.id, id, edited({}), { revision: 1 })).toMatchObject({
      reason: 'not-found',
    })
    expect(await archiveQuestion(stranger, other.id, id)).toMatchObject({ reason: 'not-found' })
    expect(await questionOf(event.id, id)).toMatchObject({ archived: false, revision: 1 })
  })
})

describe('removing a question', () => {
  it('keeps the answers and says of how many people; restoring brings it back to the end', async () => {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short' }, { kind: 'short' }] }])
    const [first, second] = form.questions.map((one) => one.id)
    for (const name of ['One', 'Two']) await makeAnswer((await registered(event)).attendeeId, first ?? '', name)
    expect(await archiveQuestion(organizer, event.id, first ?? '')).toEqual({ ok: true, value: { answered: 2 } })
    expect(await questionOf(event.id, first ?? '')).toMatchObject({ archived: true, answered: 2 })
    expect(await answersTo(first ?? '')).toHaveLength(2)
    expect((await restoreQuestion(organizer, event.id, first ?? '')).ok).toBe(true)
    const after = await editedForm(organizer, event.id)
    expect(after?.sections[0]?.questions.map((one) => one.id)).toEqual([second, first])
  })
})

describe('the fields of a question', () => {
  const errors = (values: Record<string, string>) => {
    const checked = checkNested(questionEdit(['en', 'ru']), {
      kind: 'short',
      dataClass: 'logistics',
      'label.en': 'One',
      ...values,
    })
    return checked.ok ? {} : checked.errors
  }
  it.each([
    [{ 'label.en': ' ' }, { 'label.en': 'required' }],
    [{ kind: 'consent', 'label.en': '' }, { 'label.en': 'required' }],
    [{ need: 'from' }, { requiredFrom: 'required-from' }],
    [{ need: 'from', requiredFrom: '2027-02-30' }, { requiredFrom: 'date' }],
    [{ need: 'yes', staffOnly: 'on' }, { staffOnly: 'staff-required' }],
    [{ min: '20', max: '10' }, { max: 'bounds-crossed' }],
    [{ max: '301' }, { max: 'bound-large' }],
    [{ min: '1.5' }, { min: 'number' }],
    [{ min: 'ten' }, { min: 'number' }],
    [{ kind: 'file', max: '6' }, { max: 'megabytes' }],
    [{ kind: 'file', max: '0' }, { max: 'bound-small' }],
    [{ kind: 'date', earliest: '2027-04-02', latest: '2027-04-01' }, { latest: 'days-crossed' }],
    [{ kind: 'one' }, { 'options.0.label.en': 'option-needed' }],
    [{ kind: 'one', 'options.0.label.ru': 'Да' }, { 'options.0.label.en': 'required' }],
    [{ kind: 'list', 'options.0.label.en': 'A', 'options.4.label.en': 'a' }, { 'options.1.label.en': 'option-twice' }],
    [{ kind: 'several', 'options.0.label.en': 'A', min: '2' }, { min: 'min-options' }],
    [{ kind: 'nothing' }, { kind: 'choose' }],
  ])('%j are refused', (values, wanted) => expect(errors(values as Record<string, string>)).toEqual(wanted))

  it('that the kind does not have are dropped, numbers take a comma, empty rows are none', () => {
    const edit = edited({ kind: 'number', min: '1,5', earliest: '2027-04-01', 'options.0.label.en': 'A' })
    expect(edit).toMatchObject({ min: 1.5, earliest: null, options: null, tests: [], required: false })
    expect(edited({ need: 'from', requiredFrom: '2027-04-01' })).toMatchObject({
      required: true,
      requiredFrom: '2027-04-01',
    })
    expect(edited({ requiredFrom: '2027-04-01' })).toMatchObject({ required: false, requiredFrom: null })
  })
})
