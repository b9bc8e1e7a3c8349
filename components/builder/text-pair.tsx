'use client'
import type { ComponentProps } from 'react'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'

/** One text in each language of the event, side by side; in its own language (the first) it may be wanted. */
export function TextPair({
  name,
  label,
  languages,
  values,
  errors,
  optional,
  required,
  long,
  ...control
}: {
  name: string
  label: string
  languages: readonly { code: string; name: string }[]
  values: Record<string, string>
  errors: Record<string, string>
  optional: string
  required?: boolean
  long?: boolean
} & Pick<ComponentProps<'input'>, 'maxLength'>) {
  return (
    <div className="text-pair">
      {languages.map(({ code, name: language }, at) => (
        <Field
          key={code}
          name={`${name}.${code}`}
          label={languages.length > 1 ? `${label} · ${language}` : label}
          error={errors[`${name}.${code}`]}
          optional={required && at === 0 ? undefined : optional}
          small
        >
          {(field) => {
            const all = {
              ...field,
              ...control,
              defaultValue: values[`${name}.${code}`],
              lang: code,
              'aria-required': (required && at === 0) || undefined,
              autoComplete: 'off',
              spellCheck: true,
            }
            return long ? <Textarea {...all} rows={2} /> : <TextInput {...all} autoCapitalize="sentences" />
          }}
        </Field>
      ))}
    </div>
  )
}
