'use client'
import { InstitutionField, type InstitutionWords } from '#components/institution/institution-field'
import { Field } from '#components/ui/field'
import { Select, type SelectOption } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { InstitutionOffer } from '#lib/rosters/queries/offer'

const HIDDEN = ['slug', 'id', 'list', 'revision', 'since', 'institutionWas', 'institutionShown'] as const
type Name =
  | 'email'
  | 'title'
  | 'givenName'
  | 'familyName'
  | 'patronymic'
  | 'nativeName'
  | 'badgeName'
  | 'countryCode'
  | 'typeId'
  | 'position'
  | 'phone'

export type CorrectionFieldsProps = {
  values: Record<string, string>
  errors: Record<string, string>
  offer: InstitutionOffer | null
  labels: Record<Name, string>
  hints: Partial<Record<Name, string>>
  words: { optional: string; choose: string; names: string }
  institution: InstitutionWords
  countries: SelectOption[]
  types: SelectOption[]
  limits: Record<'email' | 'title' | 'name' | 'position' | 'institution' | 'city' | 'phone' | 'reason', number>
}

const NAMES_HINT = 'names-hint'
const MAY_BE_EMPTY: readonly Name[] = ['title', 'patronymic', 'nativeName', 'badgeName', 'position', 'phone']

/** What can be corrected of a record: the form people filled in, with patronymic and badge name. */
export function CorrectionFields({
  values,
  errors,
  offer,
  labels,
  hints,
  words,
  institution,
  countries,
  types,
  limits,
}: CorrectionFieldsProps) {
  const line = (
    name: Name,
    maxLength: number,
    { describedBy, ...more }: { type?: string; required?: boolean; describedBy?: string } = {},
  ) => (
    <Field
      name={name}
      label={labels[name]}
      hint={hints[name]}
      error={errors[name]}
      optional={MAY_BE_EMPTY.includes(name) ? words.optional : undefined}
    >
      {(control) => (
        <TextInput
          {...control}
          {...more}
          aria-describedby={[control['aria-describedby'], describedBy].filter(Boolean).join(' ') || undefined}
          defaultValue={values[name]}
          maxLength={maxLength}
          autoComplete="off"
        />
      )}
    </Field>
  )
  const choice = (name: Name, options: SelectOption[]) => (
    <Field name={name} label={labels[name]} error={errors[name]}>
      {(control) => (
        <Select {...control} options={options} placeholder={words.choose} defaultValue={values[name]} required />
      )}
    </Field>
  )
  return (
    <>
      {HIDDEN.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      {line('email', limits.email, { type: 'email', required: true })}
      <div className="field-names">
        <div className="field-pair">
          {line('givenName', limits.name, { describedBy: NAMES_HINT })}
          {line('familyName', limits.name, { describedBy: NAMES_HINT })}
        </div>
        <p className="field-hint" id={NAMES_HINT}>
          {words.names}
        </p>
      </div>
      <div className="field-pair">
        {line('patronymic', limits.name)}
        {line('title', limits.title)}
      </div>
      {line('nativeName', limits.name)}
      {line('badgeName', limits.name)}
      <InstitutionField
        words={institution}
        limits={limits}
        values={values}
        errors={errors}
        offer={offer}
        countryField="countryCode"
      />
      {choice('countryCode', countries)}
      {choice('typeId', types)}
      {line('position', limits.position)}
      {line('phone', limits.phone, { type: 'tel' })}
    </>
  )
}
