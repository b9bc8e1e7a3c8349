'use client'
import type { QuestionWords } from '#components/builder/question-form'
import { Button } from '#components/ui/button'
import { ErrorLine } from '#components/ui/error-line'
import { Icon } from '#components/ui/icon'
import { TextInput } from '#components/ui/text-input'
import { blanks, optionRows } from '#lib/forms/policy/rows'
import { fill } from '#lib/forms/policy/view'

type Props = {
  languages: readonly { code: string; name: string }[]
  values: Record<string, string>
  errors: Record<string, string>
  words: QuestionWords
  max: number
  focus: string
}

/** What can be chosen, a row each, with a few empty ones behind. The buttons of a row send the form; nothing is saved by them. */
export function OptionRows({ languages, values, errors, words, max, focus }: Props) {
  const rows = optionRows(values)
  const shown = [
    ...rows,
    ...Array.from({ length: 2 + blanks(values.optionBlank) }, () => ({}) as (typeof rows)[number]),
  ]
  const [main] = languages
  return (
    <fieldset className="field option-rows">
      <legend className="field-label">{words.options}</legend>
      <p className="field-hint">{words.optionsHint}</p>
      <ol>
        {shown.map((row, at) => {
          const out = row.archived === '1'
          const name = row.label?.[main?.code ?? ''] || fill(words.optionNumber, { number: String(at + 1) })
          const press = (deed: string, label: string) => ({
            type: 'submit' as const,
            name: 'do',
            value: `option-${deed}.${at}`,
            variant: 'plain' as const,
            size: 'small' as const,
            autoFocus: focus === `option-${deed}.${at}`,
            'aria-label': fill(label, { name }),
          })
          const filled = at < rows.length
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are made anew with each coming back of the form
            <li key={at} className={out ? 'option-row option-out' : 'option-row'}>
              <input type="hidden" name={`options.${at}.id`} value={row.id ?? ''} />
              <input type="hidden" name={`options.${at}.archived`} value={row.archived ?? ''} />
              <div className="option-words">
                {languages.map(({ code, name: language }, i) => {
                  const field = `options.${at}.label.${code}`
                  const error = errors[field]
                  return (
                    <div key={code} className={error ? 'field field-small field-bad' : 'field field-small'}>
                      <TextInput
                        id={field}
                        name={field}
                        lang={code}
                        aria-label={fill(words.optionIn, { number: String(at + 1), language })}
                        aria-invalid={error ? true : undefined}
                        aria-describedby={error ? `${field}-error` : undefined}
                        placeholder={filled ? undefined : language}
                        defaultValue={row.label?.[code]}
                        maxLength={max}
                        autoComplete="off"
                        autoCapitalize="sentences"
                        autoFocus={i === 0 && focus === `options.${at}.label.first`}
                      />
                      {error && <ErrorLine id={`${field}-error`}>{error}</ErrorLine>}
                    </div>
                  )
                })}
              </div>
              {filled && (
                <div className="option-acts">
                  {out && <span className="row-mark">{words.optionOut}</span>}
                  <Button {...press('up', words.up)} disabled={at === 0}>
                    <Icon name="up" />
                  </Button>
                  <Button {...press('down', words.down)} disabled={at === rows.length - 1}>
                    <Icon name="down" />
                  </Button>
                  {out ? (
                    <Button {...press('back', words.offerLong)}>{words.offer}</Button>
                  ) : (
                    <Button {...press('out', words.takeOutLong)}>
                      <Icon name="cross" />
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <div className="actions">
        <Button type="submit" size="small" name="do" value="option-more" autoFocus={focus === 'option-more'}>
          <Icon name="plus" />
          {words.optionMore}
        </Button>
      </div>
    </fieldset>
  )
}
