'use client'
import { useState } from 'react'
import { LifeForm } from '#components/setup/life-form'
import { LifeLine } from '#components/setup/life-line'
import { SlugField } from '#components/setup/slug-field'
import { clone } from '#lib/events/actions/draft'
import { DRAFT_LIMITS as LIMITS } from '#lib/events/schema/draft'

export type CloneProps = {
  values: Record<string, string>
  /** A field for the title in each language, the main one first. */
  titles: { name: string; label: string; lang: string }[]
  labels: Record<'startsOn' | 'endsOn' | 'slug', string>
  hints: { slug: string }
  words: Record<'create' | 'creating' | 'back' | 'optional', string>
  back: string
  address: string
}

/** What a copy of an event has of its own: titles, days and address. */
export function CloneForm({ values, titles, labels, hints, words, back, address }: CloneProps) {
  const [title, setTitle] = useState('')
  const main = titles[0]?.name ?? ''
  return (
    <LifeForm
      action={clone}
      values={values}
      back={back}
      words={words}
      fields={({ values, errors }) => (
        <>
          <input type="hidden" name="id" value={values.id} />
          <input type="hidden" name="from" value={values.from} />
          {titles.map(({ name, label, lang }) => (
            <LifeLine
              key={name}
              {...{ name, label, lang }}
              error={errors[name]}
              defaultValue={values[name]}
              maxLength={LIMITS.title}
              autoCapitalize="sentences"
              spellCheck
              required={name === main}
              optional={name === main ? undefined : words.optional}
              onChange={name === main ? (event) => setTitle(event.target.value) : undefined}
            />
          ))}
          <div className="field-pair">
            {(['startsOn', 'endsOn'] as const).map((name) => (
              <LifeLine
                key={name}
                {...{ name, label: labels[name], error: errors[name], defaultValue: values[name] }}
                type="date"
                required
              />
            ))}
          </div>
          <SlugField
            name="slug"
            label={labels.slug}
            hint={hints.slug}
            error={errors.slug}
            defaultValue={values.slug}
            title={title || values[main] || ''}
            address={address}
            optional={words.optional}
          />
        </>
      )}
    />
  )
}
