'use client'
import type { ReactNode } from 'react'
import { InstitutionField, type InstitutionWords } from '#components/institution/institution-field'
import { Checkbox } from '#components/ui/checkbox'
import { Field } from '#components/ui/field'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { Select, type SelectOption } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'

type Label =
  | 'email'
  | 'givenName'
  | 'familyName'
  | 'nativeName'
  | 'countryCode'
  | 'typeId'
  | 'title'
  | 'position'
  | 'phone'

export type RegistrationFieldsProps = {
  values: Record<string, string>
  errors: Record<string, string>
  offer: { asked: string; options: RadioOption[] } | null
  /** The event's own questions. */
  questions: ReactNode
  labels: Record<Label, string>
  hints: Record<'email' | 'names' | 'title' | 'phone', string>
  words: Record<'optional' | 'countryPlaceholder' | 'more' | 'consents' | 'listedHint', string>
  institution: InstitutionWords
  countries: SelectOption[]
  types: RadioOption[]
  /** The type in which somebody is invited: it is not asked. */
  settledType?: RadioOption
  /** Where somebody comes from who takes a colleague's place: it is not asked. */
  settledInstitution?: { id: string; name: string; place: string }
  /** The sentences beside the boxes; no `listed`, no list of participants. Without them nothing is consented to. */
  consents?: { privacy: ReactNode; listed?: string }
  limits: Record<'email' | 'title' | 'name' | 'position' | 'institution' | 'city' | 'phone', number>
}

/** What a registration asks: who and from where first, what may stay empty after that, consents last. */
export function RegistrationFields({
  values,
  errors,
  offer,
  questions,
  labels,
  hints,
  words,
  institution,
  countries,
  types,
  settledType,
  settledInstitution,
  consents,
  limits,
}: RegistrationFieldsProps) {
  const field = (name: Label) => ({ name, label: labels[name], error: errors[name] })
  const kept = (name: string) => ({ defaultValue: values[name] })
  const name = { autoCapitalize: 'words', maxLength: limits.name }
  return (
    <>
      <input type="hidden" name="key" value={values.key} />
      <input type="hidden" name="noticeId" value={values.noticeId} />
      <Field {...field('email')} hint={hints.email}>
        {(control) => (
          <TextInput
            {...control}
            {...kept('email')}
            type="email"
            autoComplete="email"
            maxLength={limits.email}
            required
          />
        )}
      </Field>
      <div className="field-names">
        <div className="field-pair">
          <Field {...field('givenName')}>
            {(control) => (
              <TextInput
                {...control}
                {...kept('givenName')}
                {...name}
                {...alsoBy(control, 'names-hint')}
                autoComplete="given-name"
              />
            )}
          </Field>
          <Field {...field('familyName')}>
            {(control) => (
              <TextInput
                {...control}
                {...kept('familyName')}
                {...name}
                {...alsoBy(control, 'names-hint')}
                autoComplete="family-name"
              />
            )}
          </Field>
        </div>
        <p className="field-hint" id="names-hint">
          {hints.names}
        </p>
      </div>
      <Field {...field('nativeName')} optional={words.optional}>
        {(control) => <TextInput {...control} {...kept('nativeName')} {...name} />}
      </Field>
      {settledInstitution ? (
        <div className="field">
          <p className="field-label">{institution.label}</p>
          <p>{[settledInstitution.name, settledInstitution.place].filter(Boolean).join(', ')}</p>
          <input type="hidden" name="institution" value={settledInstitution.name} />
          <input type="hidden" name="institutionFor" value={settledInstitution.name} />
          <input type="hidden" name="institutionId" value={settledInstitution.id} />
        </div>
      ) : (
        <InstitutionField
          words={institution}
          limits={limits}
          values={values}
          errors={errors}
          offer={offer}
          countryField="countryCode"
        />
      )}
      <Field {...field('countryCode')}>
        {(control) => (
          <Select
            {...control}
            {...kept('countryCode')}
            options={countries}
            placeholder={words.countryPlaceholder}
            autoComplete="country"
            required
          />
        )}
      </Field>
      {settledType ? (
        <div className="field">
          <p className="field-label">{labels.typeId}</p>
          <p lang={settledType.lang}>{settledType.label}</p>
          <input type="hidden" name="typeId" value={settledType.value} data-settled="" />
        </div>
      ) : (
        <RadioGroup {...field('typeId')} options={types} value={values.typeId} required />
      )}
      <fieldset className="form-part">
        <legend className="form-part-title">
          {words.more}
          <span className="field-optional"> ({words.optional})</span>
        </legend>
        <div className="field-pair field-pair-narrow">
          <Field {...field('title')} hint={hints.title}>
            {(control) => (
              <TextInput
                {...control}
                {...kept('title')}
                autoCapitalize="words"
                autoComplete="honorific-prefix"
                maxLength={limits.title}
              />
            )}
          </Field>
          <Field {...field('position')}>
            {(control) => (
              <TextInput
                {...control}
                {...kept('position')}
                autoCapitalize="sentences"
                autoComplete="organization-title"
                maxLength={limits.position}
              />
            )}
          </Field>
        </div>
        <Field {...field('phone')} hint={hints.phone}>
          {(control) => (
            <TextInput {...control} {...kept('phone')} type="tel" autoComplete="tel" maxLength={limits.phone} />
          )}
        </Field>
      </fieldset>
      {questions}
      {consents && (
        <fieldset className="form-part">
          <legend className="form-part-title">{words.consents}</legend>
          <Checkbox
            name="privacy"
            value="1"
            label={consents.privacy}
            error={errors.privacy}
            checked={values.privacy === '1'}
            required
          />
          {consents.listed && (
            <Checkbox
              name="listed"
              value="1"
              label={consents.listed}
              hint={words.listedHint}
              checked={values.listed === '1'}
            />
          )}
        </fieldset>
      )}
    </>
  )
}

/** Ties a control to one hint more: the one it shares with its neighbour. */
function alsoBy(control: { 'aria-describedby'?: string }, id: string) {
  return { 'aria-describedby': [control['aria-describedby'], id].filter(Boolean).join(' ') }
}
