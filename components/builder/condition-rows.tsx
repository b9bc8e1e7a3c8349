'use client'
import { ConditionRow } from '#components/builder/condition-row'
import type { QuestionWords } from '#components/builder/question-form'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Icon } from '#components/ui/icon'
import { Select, type SelectOption } from '#components/ui/select'
import type { QuestionKind } from '#db/enums'
import { MOST_TESTS } from '#lib/forms/policy/possible'
import { blanks, testRows } from '#lib/forms/policy/rows'

/** A question that a condition may ask about. */
export type Earlier = { id: string; kind: QuestionKind; label: string; options: { value: string; label: string }[] }

type Props = {
  earlier: readonly Earlier[]
  countries: SelectOption[]
  values: Record<string, string>
  errors: Record<string, string>
  words: QuestionWords
  focus: string
}

/** When the question is asked: rows of question, operator and value, with an empty one behind. */
export function ConditionRows({ earlier, countries, values, errors, words, focus }: Props) {
  const rows = testRows(values)
  const count = Math.min(rows.length + 1 + blanks(values.testBlank), MOST_TESTS)
  return (
    <fieldset className="field condition-rows">
      <legend className="field-label">{words.condition}</legend>
      <p className="field-hint">{earlier.length > 0 ? words.conditionHint : words.conditionNone}</p>
      {earlier.length > 0 && (
        <>
          {count > 1 && (
            <Field name="mode" label={words.mode.label} small>
              {(control) => (
                <Select
                  {...control}
                  options={(['all', 'any'] as const).map((value) => ({ value, label: words.mode[value] }))}
                  defaultValue={values.mode}
                />
              )}
            </Field>
          )}
          <ol>
            {Array.from({ length: count }, (_, at) => (
              <ConditionRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are made anew with each coming back of the form
                key={at}
                at={at}
                row={rows[at] ?? {}}
                {...{ earlier, countries, errors, words, focus }}
              />
            ))}
          </ol>
          {count < MOST_TESTS && (
            <div className="actions">
              <Button type="submit" size="small" name="do" value="test-more">
                <Icon name="plus" />
                {words.testMore}
              </Button>
            </div>
          )}
        </>
      )}
    </fieldset>
  )
}
