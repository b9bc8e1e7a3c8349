import type { EditedQuestion } from '#lib/forms/policy/edited'
import { nest, rowsOf } from '#lib/forms/schema/nest'

export type Values = Record<string, string>
export type OptionRow = { id?: string; archived?: string; label?: Record<string, string> }
export type TestRow = { questionId?: string; op?: string; value?: string }

/** A question as the fields of its form show it. */
export function valuesOf(question: EditedQuestion): Values {
  const { required, requiredFrom, condition } = question
  return {
    ...flat('label', question.label),
    ...flat('help', question.help),
    kind: question.kind,
    dataClass: question.dataClass,
    need: required ? (requiredFrom ? 'from' : 'yes') : 'no',
    requiredFrom: requiredFrom ?? '',
    ...(question.staffOnly && { staffOnly: 'on' }),
    ...Object.fromEntries(question.typeIds.map((id) => [`types.${id}`, 'on'])),
    min: String(question.min ?? ''),
    max: String(question.max ?? ''),
    earliest: question.earliest ?? '',
    latest: question.latest ?? '',
    mode: condition?.mode ?? 'all',
    ...spread('tests', condition?.tests.map(({ questionId, op, value = '' }) => ({ questionId, op, value })) ?? []),
    ...spread(
      'options',
      question.options.map(({ id, archived, label }) => ({ id, archived: archived ? '1' : '', label })),
    ),
  }
}

/** The options among the fields, without rows in which nothing is written. */
export const optionRows = (values: Values): OptionRow[] =>
  (rowsOf(nest(values).options) as OptionRow[]).filter(
    ({ id, label = {} }) => id || Object.values(label).some((text) => text.trim()),
  )

export const testRows = (values: Values): TestRow[] =>
  (rowsOf(nest(values).tests) as TestRow[]).filter((row) => row.questionId)

/**
 * What a button within the form does to the fields, before anything is saved: `option-more`, `test-more`, `show` (the fields of what was chosen),
 * and of options `option-up.2`, `option-down.2`, `option-out.2`, `option-back.2`. With the control that takes the focus.
 */
export function rearranged(values: Values, what: string): { values: Values; focus: string } {
  const [deed = '', row = ''] = what.split('.')
  const options = optionRows(values)
  const tests = testRows(values)
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/^(options|tests)\./.test(name)))
  const again = (list: OptionRow[], focus: string, more: Values = {}) => ({
    values: { ...kept, ...spread('options', list), ...spread('tests', tests), ...more },
    focus,
  })
  const at = Number(row)
  const [one, above, below] = [options[at], options[at - 1], options[at + 1]]
  switch (deed) {
    case 'option-up':
      if (!one || !above) return again(options, `option-up.${at}`)
      return again(options.with(at - 1, one).with(at, above), `option-${at > 1 ? 'up' : 'down'}.${at - 1}`)
    case 'option-down':
      if (!one || !below) return again(options, `option-down.${at}`)
      return again(
        options.with(at + 1, one).with(at, below),
        `option-${at + 2 < options.length ? 'down' : 'up'}.${at + 1}`,
      )
    case 'option-out':
      if (!one) return again(options, 'option-more')
      // What nobody has seen yet is simply gone.
      if (!one.id) return again(options.toSpliced(at, 1), 'option-more')
      return again(options.with(at, { ...one, archived: '1' }), `option-back.${at}`)
    case 'option-back':
      return again(one ? options.with(at, { ...one, archived: '' }) : options, `option-out.${at}`)
    case 'option-more':
      return again(options, `options.${options.length}.label.first`, {
        optionBlank: String(blanks(values.optionBlank) + 3),
      })
    case 'test-more':
      return again(options, `tests.${tests.length}.questionId`, { testBlank: String(blanks(values.testBlank) + 1) })
    default:
      return again(options, deed === 'show' ? 'kind' : '')
  }
}

/** How many rows more than usual are to be empty. */
export const blanks = (value: string | undefined): number => Math.min(Math.max(Number(value) || 0, 0), 30)

const flat = (name: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([locale, text]) => [`${name}.${locale}`, text]))

function spread(name: string, rows: readonly object[]): Values {
  const values: Values = {}
  for (const [at, row] of rows.entries())
    for (const [field, value] of Object.entries(row))
      if (typeof value === 'string') values[`${name}.${at}.${field}`] = value
      else Object.assign(values, flat(`${name}.${at}.${field}`, value as Record<string, string>))
  return values
}
