'use client'
import { type ComponentProps, useState } from 'react'
import type { Earlier } from '#components/builder/condition-rows'
import type { QuestionWords } from '#components/builder/question-form'
import { ErrorLine } from '#components/ui/error-line'
import { Select, type SelectOption } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { TESTS, type TestKind } from '#lib/forms/policy/condition'
import { operatorsFor, valueKindOf } from '#lib/forms/policy/possible'
import type { TestRow } from '#lib/forms/policy/rows'
import { fill } from '#lib/forms/policy/view'

type Props = {
  at: number
  row: TestRow
  earlier: readonly Earlier[]
  countries: SelectOption[]
  errors: Record<string, string>
  words: QuestionWords
  focus: string
}

/** One test: what fits the chosen question follows at once. Without script the fitting value comes with the next answer of the server. */
export function ConditionRow({ at, row, earlier, countries, errors, words, focus }: Props) {
  const [questionId, setQuestion] = useState(row.questionId ?? '')
  const [op, setOp] = useState((row.op as TestKind | undefined) ?? 'is')
  const on = earlier.find((one) => one.id === questionId)
  const known = on ? operatorsFor(on.kind) : TESTS
  const shownOp = known.includes(op) ? op : (known[0] ?? 'answered')
  const compares = on ? valueKindOf(on.kind, shownOp) : 'none'
  const same = questionId === row.questionId ? row.value : undefined
  const name = (part: string) => `tests.${at}.${part}`
  const tied = (part: string, label: string) => {
    const error = errors[name(part)]
    return {
      id: name(part),
      name: name(part),
      'aria-label': fill(label, { number: String(at + 1) }),
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': error ? `${name('row')}-error` : undefined,
    }
  }
  const wrong = ['questionId', 'op', 'value'].map((part) => errors[name(part)]).find(Boolean)
  return (
    <li className="condition-row field field-small">
      <Select
        {...tied('questionId', words.testQuestion)}
        options={earlier.map((one) => ({ value: one.id, label: one.label }))}
        placeholder={words.testNone}
        defaultValue={questionId}
        autoFocus={focus === name('questionId')}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <Select
        key={questionId}
        {...tied('op', words.testOp)}
        options={known.map((value) => ({ value, label: words.tests[value] }))}
        defaultValue={shownOp}
        onChange={(event) => setOp(event.target.value as TestKind)}
      />
      {on && compares !== 'none' && (
        <ValueField
          key={`${questionId} ${compares}`}
          control={tied('value', words.testValue)}
          compares={compares}
          value={same}
          {...{ on, countries, words }}
        />
      )}
      {wrong && <ErrorLine id={`${name('row')}-error`}>{wrong}</ErrorLine>}
    </li>
  )
}

function ValueField({
  control,
  compares,
  on,
  countries,
  words,
  value,
}: {
  control: ComponentProps<'input'> & ComponentProps<'select'>
  compares: ReturnType<typeof valueKindOf>
  on: Earlier
  countries: SelectOption[]
  words: QuestionWords
  value: string | undefined
}) {
  const choices: Partial<Record<typeof compares, SelectOption[]>> = {
    option: on.options,
    country: countries,
    'yes-no': [
      { value: '1', label: words.yes },
      { value: '0', label: words.no },
    ],
  }
  const options = choices[compares]
  if (options) return <Select {...control} options={options} placeholder={words.choose} defaultValue={value} />
  const type = compares === 'date' || compares === 'time' ? compares : 'text'
  return (
    <TextInput
      {...control}
      type={type}
      inputMode={compares === 'number' ? 'decimal' : undefined}
      defaultValue={value}
      maxLength={300}
      autoComplete="off"
    />
  )
}
