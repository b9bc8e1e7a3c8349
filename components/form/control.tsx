import { FileControl } from '#components/form/file-control'
import { InstitutionQuestion } from '#components/form/institution-question'
import { Travel } from '#components/form/travel'
import type { FormWords } from '#components/form/words'
import { Checkbox } from '#components/ui/checkbox'
import { CheckboxGroup } from '#components/ui/checkbox-group'
import { Field } from '#components/ui/field'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { Select, type SelectOption } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'
import { fieldName } from '#lib/forms/policy/names'
import { LONGEST } from '#lib/forms/policy/problem'
import { fill, type ShownQuestion } from '#lib/forms/policy/view'

export type ControlSetting = {
  question: ShownQuestion
  words: FormWords
  countries: readonly SelectOption[]
  /** What was typed or answered, by the name of the field. */
  typed: Record<string, readonly string[]>
  /** By the name of the field. */
  errors: Record<string, string>
  /** By question: what an institution may be that was typed but not chosen. */
  offers?: Record<string, readonly RadioOption[]>
  /** The smaller measure of the desk. */
  small?: boolean
}

/** The field of one question, by its kind. */
export function Control(setting: ControlSetting) {
  const { question, words, typed, errors, small } = setting
  const name = fieldName(question.id)
  const value = typed[name]?.[0]
  const field = {
    name,
    label: question.label.text,
    hint: hintOf(question, words),
    error: errors[name],
    optional: question.optional ? words.optional : undefined,
    small,
  }
  const options = question.options.map((option) => ({ value: option.id, label: option.label.text }))
  switch (question.kind) {
    case 'one':
      return <RadioGroup {...field} options={options} value={value} required={!question.optional} />
    case 'yes-no':
      return <RadioGroup {...field} options={yesOrNo(words)} value={value} required={!question.optional} />
    case 'several':
      return <CheckboxGroup {...field} options={options} values={typed[name] ?? []} />
    case 'consent':
      return (
        <Checkbox
          name={name}
          value="1"
          label={field.label}
          hint={field.hint}
          error={field.error}
          checked={value === '1'}
        />
      )
    case 'travel':
      return <Travel {...setting} field={field} />
    case 'file':
    case 'picture':
      return <FileControl {...setting} field={field} />
    case 'institution':
      return <InstitutionQuestion {...setting} field={field} />
    default:
      return <Field {...field}>{(control) => <LineControl {...setting} control={control} value={value} />}</Field>
  }
}

type Line = ControlSetting & { control: object; value: string | undefined }

function LineControl({ question, words, countries, control, value }: Line) {
  const common = { ...control, defaultValue: value, 'aria-required': question.optional ? undefined : true }
  const bounds = { min: question.earliest ?? undefined, max: question.latest ?? undefined }
  switch (question.kind) {
    case 'long':
      return <Textarea {...common} maxLength={question.max ?? LONGEST.long} />
    case 'number':
      return <TextInput {...common} inputMode="decimal" autoComplete="off" />
    case 'list':
      return (
        <Select
          {...common}
          options={question.options.map((option) => ({ value: option.id, label: option.label.text }))}
          placeholder={words.placeholder}
        />
      )
    case 'country':
      return <Select {...common} options={[...countries]} placeholder={words.countryPlaceholder} />
    case 'date':
      return <TextInput {...common} {...bounds} type="date" />
    case 'time':
      return <TextInput {...common} type="time" />
    case 'phone':
      return <TextInput {...common} type="tel" autoComplete="off" maxLength={LONGEST.phone} />
    case 'url':
      return <TextInput {...common} type="url" maxLength={LONGEST.url} />
    default:
      return <TextInput {...common} autoCapitalize="sentences" maxLength={question.max ?? LONGEST.short} />
  }
}

const yesOrNo = (words: FormWords): RadioOption[] => [
  { value: '1', label: words.yes },
  { value: '0', label: words.no },
]

/** The organizer's help, the bounds in words, and what the kind wants. */
function hintOf(question: ShownQuestion, words: FormWords) {
  const lines = [question.staffOnly ? words.staffOnly : '', question.help.text, kindHint(question, words)].filter(
    Boolean,
  )
  if (lines.length === 0 && !question.only) return undefined
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="hint-line">
          {line}
        </span>
      ))}
      {question.only && (
        <span className="hint-line" data-only="">
          {question.only}
        </span>
      )}
    </>
  )
}

function kindHint({ kind, min, max }: ShownQuestion, words: FormWords): string {
  switch (kind) {
    case 'phone':
      return words.phoneHint
    case 'url':
      return words.urlHint
    case 'file':
    case 'picture':
      return fill(kind === 'file' ? words.fileHint : words.pictureHint, { limit: String(max ?? 5) })
    case 'number':
    case 'several': {
      const values = { min: String(min ?? ''), max: String(max ?? '') }
      if (min !== null && max !== null) return fill(words.between, values)
      if (max !== null) return fill(words.upTo, values)
      if (min !== null) return fill(words.atLeast, values)
      return kind === 'several' ? words.several : ''
    }
    default:
      return ''
  }
}
