import { expect, it } from 'vitest'
import { moveQuestion, moveSection, moveToSection } from '#lib/forms/mutations/order'
import { liveQuestions } from '#lib/forms/policy/edited'
import { editedForm } from '#lib/forms/queries/edit'
import { makeEvent, makeUser, SYSTEM } from '#tests/setup/factories'
import { makeForm } from '#tests/setup/forms'

async function two() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const form = await makeForm(event.id, [
    { questions: [{ kind: 'yes-no' }, { kind: 'short' }] },
    {
      questions: [
        { kind: 'short' },
        {
          kind: 'short',
          condition: ([first]) => ({ mode: 'all', tests: [{ questionId: first?.id ?? '', op: 'is', value: '1' }] }),
        },
      ],
    },
    { stage: 'afterwards', questions: [] },
  ])
  const ids = form.questions.map((one) => one.id)
  const order = async () => {
    const now = await editedForm(SYSTEM, event.id)
    return now
      ? liveQuestions(now)
          .map((one) => ids.indexOf(one.id))
          .join('')
      : ''
  }
  return { event, organizer, sections: form.sections, ids, order }
}

it('a question moves past its neighbour, and over the edge into the section beside', async () => {
  const { event, organizer, ids, order, sections } = await two()
  const [, second = '', third = ''] = ids
  await moveQuestion(organizer, event.id, second, 'up')
  expect(await order()).toBe('1023')
  await moveQuestion(organizer, event.id, third, 'up')
  expect(await order()).toBe('1023')
  expect((await editedForm(SYSTEM, event.id))?.sections[0]?.questions.map((one) => one.id)).toContain(third)
  await moveQuestion(organizer, event.id, third, 'down')
  expect(await order()).toBe('1023')
  expect((await editedForm(SYSTEM, event.id))?.sections[1]?.questions[0]?.id).toBe(third)
  await moveToSection(organizer, event.id, third, sections[2] ?? '')
  expect(await order()).toBe('1032')
  expect((await moveQuestion(organizer, event.id, third, 'down')).ok).toBe(true)
  expect(await order()).toBe('1032')
})

it('nothing moves behind what relies on it, nor before what it relies on', async () => {
  const { event, organizer, ids, order, sections } = await two()
  const [first = '', , , fourth = ''] = ids
  const by = [{ questionId: fourth, on: first }]
  expect(await moveToSection(organizer, event.id, first, sections[2] ?? '')).toEqual({
    ok: false,
    reason: 'needed',
    by,
  })
  expect(await moveSection(organizer, event.id, sections[0] ?? '', 'down')).toEqual({ ok: false, reason: 'needed', by })
  expect(await moveSection(organizer, event.id, sections[1] ?? '', 'up')).toEqual({ ok: false, reason: 'needed', by })
  expect(await order()).toBe('0123')
  await moveQuestion(organizer, event.id, fourth, 'up')
  await moveQuestion(organizer, event.id, fourth, 'up')
  await moveQuestion(organizer, event.id, fourth, 'up')
  expect(await order()).toBe('0312')
  expect(await moveQuestion(organizer, event.id, fourth, 'up')).toEqual({ ok: false, reason: 'needed', by })
  expect(await moveQuestion(organizer, event.id, first, 'down')).toEqual({ ok: false, reason: 'needed', by })
  expect(await order()).toBe('0312')
})

it('sections move within their stage, and stay at its ends', async () => {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const { sections } = await makeForm(event.id, [
    { questions: [] },
    { questions: [] },
    { stage: 'afterwards', questions: [] },
  ])
  const [first = '', second = '', later = ''] = sections
  const order = async () =>
    (await editedForm(SYSTEM, event.id))?.sections.map((one) => sections.indexOf(one.id)).join('')
  await moveSection(organizer, event.id, first, 'down')
  expect(await order()).toBe('102')
  await moveSection(organizer, event.id, first, 'down')
  await moveSection(organizer, event.id, second, 'up')
  await moveSection(organizer, event.id, later, 'up')
  expect(await order()).toBe('102')
})

it('is only for those who decide on the event, and for its own', async () => {
  const { event, organizer, ids, order, sections } = await two()
  const [first = ''] = ids
  const other = await makeEvent()
  const foreign = await makeForm(other.id, [{ questions: [] }])
  const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  for (const actor of [stranger, staff]) {
    expect(await moveQuestion(actor, event.id, first, 'down')).toMatchObject({ reason: 'not-found' })
    expect(await moveSection(actor, event.id, sections[0] ?? '', 'down')).toMatchObject({ reason: 'not-found' })
    expect(await moveToSection(actor, event.id, first, sections[1] ?? '')).toMatchObject({ reason: 'not-found' })
  }
  expect(await moveToSection(organizer, event.id, first, foreign.sections[0] ?? '')).toMatchObject({
    reason: 'not-found',
  })
  expect(await moveToSection(stranger, other.id, first, foreign.sections[0] ?? '')).toMatchObject({
    reason: 'not-found',
  })
  expect(await order()).toBe('0123')
})
