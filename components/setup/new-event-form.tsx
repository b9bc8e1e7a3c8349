'use client'
import { useEffect, useRef, useState } from 'react'
import { LifeForm } from '#components/setup/life-form'
import { LifeLine } from '#components/setup/life-line'
import { SlugField } from '#components/setup/slug-field'
import { CheckboxGroup } from '#components/ui/checkbox-group'
import { Field } from '#components/ui/field'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { Select, type SelectOption } from '#components/ui/select'
import { create } from '#lib/events/actions/draft'
import { DRAFT_LIMITS as LIMITS } from '#lib/events/schema/draft'

type Name =
  | 'title'
  | 'defaultLocale'
  | 'locales'
  | 'startsOn'
  | 'endsOn'
  | 'startTime'
  | 'endTime'
  | 'timeZone'
  | 'city'
  | 'capacity'
  | 'contactEmail'
  | 'slug'

export type NewEventProps = {
  values: Record<string, string>
  labels: Record<Name, string>
  hints: Partial<Record<Name, string>>
  words: Record<'create' | 'creating' | 'back' | 'optional' | 'choose', string>
  languages: RadioOption[]
  zones: SelectOption[]
  /** The public address up to the slug. */
  address: string
}

/** The few fields that make an event. */
export function NewEventForm({ values, labels, hints, words, languages, zones, address }: NewEventProps) {
  const [title, setTitle] = useState('')
  return (
    <LifeForm
      action={create}
      values={values}
      back="/desk"
      words={words}
      fields={({ values, errors }) => {
        const of = (name: Name) => ({ name, label: labels[name], hint: hints[name], error: errors[name] })
        const line = (name: Name) => ({ ...of(name), defaultValue: values[name] })
        return (
          <>
            <LifeLine
              {...line('title')}
              maxLength={LIMITS.title}
              autoCapitalize="sentences"
              spellCheck
              onChange={(event) => setTitle(event.target.value)}
              required
            />
            <div className="field-pair">
              <RadioGroup {...of('defaultLocale')} options={languages} value={values.defaultLocale} required />
              <CheckboxGroup {...of('locales')} options={languages} values={values.locales?.split(',') ?? []} />
            </div>
            <div className="field-pair">
              <LifeLine {...line('startsOn')} type="date" required />
              <LifeLine {...line('startTime')} type="time" optional={words.optional} />
            </div>
            <div className="field-pair">
              <LifeLine {...line('endsOn')} type="date" required />
              <LifeLine {...line('endTime')} type="time" optional={words.optional} />
            </div>
            <ZoneField {...of('timeZone')} value={values.timeZone ?? ''} zones={zones} choose={words.choose} />
            <div className="field-pair">
              <LifeLine {...line('city')} maxLength={LIMITS.city} autoCapitalize="words" optional={words.optional} />
              <LifeLine
                {...line('capacity')}
                maxLength={LIMITS.capacity}
                inputMode="numeric"
                optional={words.optional}
              />
            </div>
            <LifeLine {...line('contactEmail')} type="email" maxLength={LIMITS.email} optional={words.optional} />
            <SlugField
              {...line('slug')}
              title={title || values.title || ''}
              address={address}
              optional={words.optional}
            />
          </>
        )
      }}
    />
  )
}

/** The zone of the latest event, else that of the browser: whoever makes an event mostly sits where it takes place. */
function ZoneField({
  value,
  zones,
  choose,
  ...field
}: {
  name: string
  label: string
  hint?: string
  error?: string
  value: string
  zones: SelectOption[]
  choose: string
}) {
  const list = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (list.current && !list.current.value) list.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone
  }, [])
  return (
    <Field {...field}>
      {(control) => (
        <Select {...control} ref={list} options={zones} placeholder={choose} defaultValue={value} required />
      )}
    </Field>
  )
}
