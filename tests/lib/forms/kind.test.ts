import { describe, expect, it } from 'vitest'
import type { QuestionKind } from '#db/enums'
import { editQuestion } from '#lib/forms/mutations/questions'
import type { Piece } from '#lib/forms/policy/answer'
import { makeEvent, makeUser, registered } from '#tests/setup/factories'
import { answersTo, edited, makeAnswer, makeForm, questionOf, type TestQuestion } from '#tests/setup/forms'

type Answer = string | ((options: string[]) => Piece[])

/** A question that some have answered, and its change to another kind. */
async function answered(question: TestQuestion, answers: Answer[]) {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const form = await makeForm(event.id, [{ questions: [question] }])
  const { id = '', options = [] } = form.questions[0] ?? {}
  for (const answer of answers)
    await makeAnswer((await registered(event)).attendeeId, id, typeof answer === 'string' ? answer : answer(options))
  const rows = Object.fromEntries(
    options.flatMap((option, i) => [
      [`options.${i}.id`, option],
      [`options.${i}.label.en`, question.options?.[i] ?? ''],
    ]),
  )
  const change = async (kind: QuestionKind, losing?: number, values: Record<string, string> = {}) => {
    const { revision } = await questionOf(event.id, id)
    return editQuestion(organizer, event.id, id, edited({ ...rows, ...values, kind }), { revision, losing })
  }
  return { event, id, options, change, now: () => answersTo(id) }
}

const chose =
  (...at: number[]) =>
  (options: string[]) =>
    at.map((i) => ({
      slot: at.length > 1 ? (options[i] ?? '') : '',
      text: options[i] ?? '',
      optionId: options[i] ?? '',
    }))

describe('without loss', () => {
  it('short becomes long', async () => {
    const { change, now } = await answered({ kind: 'short' }, ['One', 'Two'])
    expect((await change('long')).ok).toBe(true)
    expect((await now()).map((row) => row.text).sort()).toEqual(['One', 'Two'])
  })
  it('one becomes a list, and several with a slot each', async () => {
    const { change, now, options } = await answered({ kind: 'one', options: ['A', 'B'] }, [chose(1)])
    expect((await change('list')).ok).toBe(true)
    expect(await now()).toMatchObject([{ slot: '', optionId: options[1] }])
    expect((await change('several')).ok).toBe(true)
    expect(await now()).toMatchObject([{ slot: options[1], text: options[1], optionId: options[1] }])
  })
  it('a number becomes text and drops its number; a day too', async () => {
    const number = await answered({ kind: 'number' }, [() => [{ slot: '', text: '3.5', number: 3.5 }]])
    expect((await number.change('short')).ok).toBe(true)
    expect(await number.now()).toMatchObject([{ text: '3.5', number: null }])
    const day = await answered({ kind: 'date' }, ['2027-04-23'])
    expect((await day.change('travel')).ok).toBe(true)
    expect(await day.now()).toMatchObject([{ slot: 'day', text: '2027-04-23' }])
  })
  it('a choice becomes its words, a country its name', async () => {
    const choice = await answered({ kind: 'several', options: ['Vegan', 'Halal'] }, [chose(0, 1)])
    expect((await choice.change('long')).ok).toBe(true)
    expect(await choice.now()).toMatchObject([{ slot: '', text: 'Vegan; Halal', optionId: null }])
    const country = await answered({ kind: 'country' }, [() => [{ slot: '', text: 'KG', countryCode: 'KG' }]])
    expect((await country.change('short')).ok).toBe(true)
    expect(await country.now()).toMatchObject([{ text: 'Kyrgyzstan', countryCode: null }])
  })
})

describe('with loss', () => {
  it('says how many would be lost, changes nothing, and does it when that was accepted', async () => {
    const { event, id, change, now } = await answered({ kind: 'short' }, ['7', 'seven', '8,5'])
    expect(await change('number')).toEqual({ ok: false, reason: 'loses', lost: 1, of: 3 })
    expect(await now()).toHaveLength(3)
    expect(await questionOf(event.id, id)).toMatchObject({ kind: 'short', revision: 1 })
    expect((await change('number', 1)).ok).toBe(true)
    expect((await now()).map((row) => row.number ?? 0).toSorted((a, b) => a - b)).toEqual([7, 8.5])
  })
  it('is asked again when more answers came meanwhile', async () => {
    const { event, id, change, now } = await answered({ kind: 'short' }, ['seven'])
    await makeAnswer((await registered(event)).attendeeId, id, 'eight')
    expect(await change('number', 1)).toEqual({ ok: false, reason: 'loses', lost: 2, of: 2 })
    expect(await now()).toHaveLength(2)
  })
  it('texts become choices where they name one', async () => {
    const { change, now } = await answered({ kind: 'short' }, ['vegan', 'Anything'])
    const rows = { 'options.0.label.en': 'Vegan', 'options.1.label.en': 'Halal' }
    expect(await change('several', 0, rows)).toMatchObject({ reason: 'loses', lost: 1 })
    expect((await change('several', 1, rows)).ok).toBe(true)
    const [row, ...rest] = await now()
    expect(rest).toEqual([])
    expect(row?.optionId).toBe(row?.slot)
  })
  it('several become one for those who chose one', async () => {
    const { change, now, options } = await answered({ kind: 'several', options: ['A', 'B'] }, [
      (ids) => [{ slot: ids[0] ?? '', text: ids[0] ?? '', optionId: ids[0] ?? '' }],
      chose(0, 1),
    ])
    expect(await change('one')).toMatchObject({ reason: 'loses', lost: 1, of: 2 })
    expect((await change('one', 1)).ok).toBe(true)
    expect(await now()).toMatchObject([{ slot: '', optionId: options[0] }])
  })
  it('nothing becomes a consent, since nobody gave it', async () => {
    const { change } = await answered({ kind: 'yes-no' }, ['1'])
    expect(await change('consent')).toMatchObject({ reason: 'loses', lost: 1 })
  })
})
