import { describe, expect, it } from 'vitest'
import { archiveQuestion, restoreQuestion } from '#lib/forms/mutations/archive'
import { addQuestion, editQuestion } from '#lib/forms/mutations/questions'
import { makeEvent, makeUser } from '#tests/setup/factories'
import { edited, makeForm, questionOf } from '#tests/setup/forms'

async function hotel() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const form = await makeForm(event.id, [
    {
      questions: [
        { kind: 'yes-no', label: 'Hotel' },
        { kind: 'number', label: 'Nights' },
        { kind: 'short', label: 'Other' },
      ],
    },
  ])
  const [first = '', nights = '', other = ''] = form.questions.map((one) => one.id)
  const rely = (id: string, values: Record<string, string>, revision = 1) =>
    editQuestion(organizer, event.id, id, edited({ kind: 'number', ...values }), { revision })
  return { event, organizer, first, nights, other, rely, section: form.sections[0] ?? '' }
}
const test = (questionId: string, op: string, value = '', row = 0) => ({
  [`tests.${row}.questionId`]: questionId,
  [`tests.${row}.op`]: op,
  [`tests.${row}.value`]: value,
})

describe('a condition', () => {
  it('is kept as it is meant: empty rows dropped, values spelled like answers', async () => {
    const { event, first, nights, other, organizer } = await hotel()
    const values = {
      mode: 'any',
      ...test(first, 'is', '1', 0),
      ...test('', 'is', 'x', 1),
      ...test(nights, 'at-least', '2,50', 2),
    }
    expect((await editQuestion(organizer, event.id, other, edited(values), { revision: 1 })).ok).toBe(true)
    expect((await questionOf(event.id, other)).condition).toEqual({
      mode: 'any',
      tests: [
        { questionId: first, op: 'is', value: '1' },
        { questionId: nights, op: 'at-least', value: '2.5' },
      ],
    })
  })

  it('asks only what stands before and fits, and says which row does not', async () => {
    const { first, nights, other, rely } = await hotel()
    const field = (part: string, row = 0) => `tests.${row}.${part}`
    const wrong = async (values: Record<string, string>) => rely(nights, values)
    expect(await wrong(test(other, 'answered'))).toMatchObject({ field: field('questionId'), code: 'not-earlier' })
    expect(await wrong(test(nights, 'answered'))).toMatchObject({ field: field('questionId'), code: 'not-earlier' })
    expect(await wrong(test(first, 'at-least', '1'))).toMatchObject({ field: field('op'), code: 'test-op' })
    expect(await wrong({ ...test(first, 'is', '1'), ...test(first, 'is', 'maybe', 3) })).toMatchObject({
      field: field('value', 1),
      code: 'test-value',
    })
    expect(await wrong(test('foreign', 'answered'))).toMatchObject({ code: 'not-earlier' })
  })

  it('may ask a new question anything before the end of its section, and nothing of another event', async () => {
    const { event, organizer, other, section } = await hotel()
    const foreign = await makeForm((await makeEvent()).id, [{ questions: [{ kind: 'short' }] }])
    const add = (on: string) => addQuestion(organizer, event.id, section, edited(test(on, 'answered')))
    expect((await add(other)).ok).toBe(true)
    expect(await add(foreign.questions[0]?.id ?? '')).toMatchObject({ reason: 'invalid', code: 'not-earlier' })
  })
})

describe('a question on which others rely', () => {
  it('is neither removed nor made a kind that cannot be asked so', async () => {
    const { event, organizer, first, nights, rely } = await hotel()
    await rely(nights, test(first, 'is', '1'))
    const by = [{ questionId: nights, on: first }]
    expect(await archiveQuestion(organizer, event.id, first)).toEqual({ ok: false, reason: 'needed', by })
    expect(await rely(first, { kind: 'number' })).toEqual({ ok: false, reason: 'needed', by })
    expect(await questionOf(event.id, first)).toMatchObject({ archived: false, kind: 'yes-no' })
    await archiveQuestion(organizer, event.id, nights)
    expect((await archiveQuestion(organizer, event.id, first)).ok).toBe(true)
  })

  it('must be there again before they are', async () => {
    const { event, organizer, first, nights, rely } = await hotel()
    await rely(nights, test(first, 'is', '1'))
    await archiveQuestion(organizer, event.id, nights)
    await archiveQuestion(organizer, event.id, first)
    const by = [{ questionId: nights, on: first }]
    expect(await restoreQuestion(organizer, event.id, nights)).toEqual({ ok: false, reason: 'needed', by })
    await restoreQuestion(organizer, event.id, first)
    expect((await restoreQuestion(organizer, event.id, nights)).ok).toBe(true)
  })
})
