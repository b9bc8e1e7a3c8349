import { expect, it } from 'vitest'
import { editQuestion } from '#lib/forms/mutations/questions'
import { valuesOf } from '#lib/forms/policy/rows'
import { makeEvent, makeUser, registered } from '#tests/setup/factories'
import { answersTo, edited, makeAnswer, makeForm, questionOf } from '#tests/setup/forms'

async function choice() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const form = await makeForm(event.id, [
    {
      questions: [
        { kind: 'one', label: 'Size', options: ['Small', 'Large'] },
        {
          kind: 'short',
          condition: ([size]) => ({
            mode: 'all',
            tests: [{ questionId: size?.id ?? '', op: 'is', value: size?.options[1] ?? '' }],
          }),
        },
      ],
    },
  ])
  const [id = '', [small = '', large = '']] = [form.questions[0]?.id, form.questions[0]?.options ?? []]
  const save = async (values: Record<string, string>) => {
    const { revision } = await questionOf(event.id, id)
    return editQuestion(organizer, event.id, id, edited({ kind: 'one', 'label.en': 'Size', ...values }), { revision })
  }
  const shown = async () =>
    (await questionOf(event.id, id)).options.map((option) => `${option.label.en}${option.archived ? ' (out)' : ''}`)
  return { event, organizer, id, small, large, save, shown, by: form.questions[1]?.id ?? '' }
}

it('options are added, renamed and put into another order; what was chosen stays chosen', async () => {
  const { event, id, small, large, save, shown } = await choice()
  const answer = { slot: '', text: small, optionId: small }
  await makeAnswer((await registered(event)).attendeeId, id, [answer])
  const saved = await save({
    ...{ 'options.0.id': large, 'options.0.label.en': 'Large' },
    ...{ 'options.1.id': small, 'options.1.label.en': 'Little', 'options.1.label.ru': 'Маленький' },
    ...{ 'options.3.label.en': 'Huge' },
  })
  expect(saved.ok).toBe(true)
  expect(await shown()).toEqual(['Large', 'Little', 'Huge'])
  expect(await answersTo(id)).toMatchObject([answer])
  expect((await questionOf(event.id, id)).options[1]).toMatchObject({
    id: small,
    answered: 1,
    label: { ru: 'Маленький' },
  })
})

it('an option is taken out and offered again; its answers stay', async () => {
  const { event, id, small, large, save, shown } = await choice()
  await makeAnswer((await registered(event)).attendeeId, id, [{ slot: '', text: small, optionId: small }])
  const rows = {
    ...{ 'options.0.id': small, 'options.0.label.en': 'Small' },
    ...{ 'options.1.id': large, 'options.1.label.en': 'Large' },
  }
  expect((await save({ ...rows, 'options.0.archived': '1' })).ok).toBe(true)
  expect(await shown()).toEqual(['Small (out)', 'Large'])
  expect(await answersTo(id)).toHaveLength(1)
  expect((await save(rows)).ok).toBe(true)
  expect(await shown()).toEqual(['Small', 'Large'])
})

it('an option on which a condition relies is not taken out', async () => {
  const { event, id, small, large, save, shown, by } = await choice()
  const refused = await save({ 'options.0.id': small, 'options.0.label.en': 'Small' })
  expect(refused).toEqual({ ok: false, reason: 'needed', by: [{ questionId: by, on: id }] })
  const out = await save({
    ...{ 'options.0.id': small, 'options.0.label.en': 'Small' },
    ...{ 'options.1.id': large, 'options.1.label.en': 'Large', 'options.1.archived': '1' },
  })
  expect(out).toMatchObject({ reason: 'needed' })
  expect(await shown()).toEqual(['Small', 'Large'])
  expect((await questionOf(event.id, id)).revision).toBe(1)
})

it('an option of another question is refused, and so is one told twice', async () => {
  const { event, id, large, small, save, shown } = await choice()
  const foreign = await makeForm(event.id, [{ questions: [{ kind: 'one', options: ['Foreign'] }] }])
  const rows = {
    ...{ 'options.0.id': small, 'options.0.label.en': 'Small' },
    ...{ 'options.1.id': large, 'options.1.label.en': 'Large' },
  }
  const stolen = { 'options.2.id': foreign.questions[0]?.options[0] ?? '', 'options.2.label.en': 'Stolen' }
  expect(await save({ ...rows, ...stolen })).toMatchObject({ reason: 'not-found' })
  expect(await save({ ...rows, 'options.2.id': large, 'options.2.label.en': 'Again' })).toMatchObject({
    reason: 'not-found',
  })
  expect(await shown()).toEqual(['Small', 'Large'])
  expect(valuesOf(await questionOf(event.id, id))).toMatchObject({
    'options.1.id': large,
    'options.1.label.en': 'Large',
  })
})
