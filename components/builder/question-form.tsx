'use client'
import { useActionState, useState } from 'react'
import { Bounds } from '#components/builder/bounds'
import { ConditionRows, type Earlier } from '#components/builder/condition-rows'
import { FormErrors } from '#components/builder/form-errors'
import { KindField } from '#components/builder/kind-field'
import { Need } from '#components/builder/need'
import { OptionRows } from '#components/builder/option-rows'
import { TextPair } from '#components/builder/text-pair'
import { Told } from '#components/builder/told'
import { Whom } from '#components/builder/whom'
import { ButtonLink } from '#components/ui/button'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import type { SelectOption } from '#components/ui/select'
import { SubmitButton } from '#components/ui/submit-button'
import type { QuestionKind } from '#db/enums'
import { type QuestionState, saveQuestion } from '#lib/forms/actions/question'
import { CHOOSES } from '#lib/forms/policy/question'
import type { Messages } from '#lib/i18n/messages'

export type QuestionWords = Messages['builder']['question']
export type QuestionFormProps = {
  slug: string
  /** Empty for a new one, which goes into `section`. */
  id: string
  section: string
  kind: QuestionKind
  /** How many people have answered, in words; empty when nobody. */
  answered: string
  values: Record<string, string>
  languages: readonly { code: string; name: string }[]
  kinds: { value: QuestionKind; label: string }[]
  types: SelectOption[]
  classes: RadioOption[]
  earlier: readonly Earlier[]
  countries: SelectOption[]
  words: QuestionWords
  limits: { label: number; help: number; option: number }
  back: string
}

const FIRST: Omit<QuestionState, 'values'> = {
  ...{ attempt: 0, errors: {}, focus: '', refusal: null, meanwhile: null, loss: null },
}

/** All of a question in one form. Works as a plain form: buttons for rows send it and it comes back with everything typed. */
export function QuestionForm(props: QuestionFormProps) {
  const [state, action] = useActionState(saveQuestion, { ...FIRST, values: props.values })
  return (
    <>
      <FormErrors {...state} title={props.words.errors} />
      <Told state={state} words={props.words} />
      {/* React resets a sent form to its first values: so all fields are made anew. */}
      <form action={action} className="form builder-form" noValidate key={state.attempt}>
        <QuestionFields {...props} state={state} />
      </form>
    </>
  )
}

function QuestionFields({ state, ...props }: QuestionFormProps & { state: QuestionState }) {
  const { words, languages, limits, id } = props
  const { values, errors, focus } = state
  const [kind, setKind] = useState((values.kind as QuestionKind) ?? props.kind)
  const set = { values, errors, words }
  // What would be lost was told of one kind.
  const loss = kind === values.kind ? state.loss : null
  const pair = { languages, values, errors, optional: words.optional }
  return (
    <>
      {/* Enter in a field presses the first button of a form: that must save. */}
      <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      {['slug', 'id', 'section'].map((name) => (
        <input key={name} type="hidden" name={name} value={props[name as 'slug']} />
      ))}
      {['revision', 'losing', 'losingKind', 'optionBlank', 'testBlank'].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      <TextPair {...pair} name="label" label={words.label} required maxLength={limits.label} />
      <TextPair {...pair} name="help" label={words.help} long maxLength={limits.help} />
      <KindField {...set} {...props} chosen={kind} choose={setKind} focus={focus} />
      {CHOOSES.includes(kind) && <OptionRows {...set} languages={languages} max={limits.option} focus={focus} />}
      <Bounds {...set} kind={kind} />
      <Need {...set} />
      <Whom {...set} types={props.types} />
      <ConditionRows {...set} earlier={props.earlier} countries={props.countries} focus={focus} />
      <RadioGroup
        name="dataClass"
        label={words.dataClass}
        hint={words.dataClassHint}
        options={props.classes}
        value={values.dataClass}
        error={errors.dataClass}
      />
      <div className="actions form-end">
        <SubmitButton name="do" value="save" pending={words.saving} variant={loss ? 'destroy' : 'primary'}>
          {loss?.submit ?? (id ? words.save : words.add)}
        </SubmitButton>
        <ButtonLink variant="plain" href={props.back}>
          {words.back}
        </ButtonLink>
      </div>
    </>
  )
}
