'use client'
import type { ReactNode } from 'react'
import { Checkbox } from '#components/ui/checkbox'
import { Field } from '#components/ui/field'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'

type Common = {
  name: string
  label: string
  hint?: ReactNode
  /** The word "optional", where the field may stay empty. */
  optional?: string
  /** The language it is written in. */
  lang?: string
}

/** What a field of a setup form is; the form knows its value. */
export type EditFieldProps = Common &
  (
    | {
        kind: 'line'
        type?: 'text' | 'email' | 'url' | 'date' | 'time' | 'datetime-local'
        maxLength?: number
        prose?: boolean
      }
    | { kind: 'number' }
    | { kind: 'text'; rows: number; maxLength: number; preview?: { label: string; empty: string } }
    | { kind: 'list'; options: RadioOption[]; placeholder?: string }
    | { kind: 'radio'; options: RadioOption[] }
    | { kind: 'tick' }
  )

type Props = { field: EditFieldProps; value: string; error?: string; preview?: string; open: boolean }

export function EditField({ field, value, error, preview, open }: Props) {
  const { kind, lang, ...about } = field
  if (field.kind === 'radio')
    return <RadioGroup {...about} hint={field.hint} error={error} options={field.options} value={value} />
  if (field.kind === 'tick')
    return (
      <Checkbox
        name={field.name}
        label={field.label}
        hint={field.hint}
        value="on"
        error={error}
        checked={value === 'on'}
      />
    )
  return (
    <div className={`edit-${kind}`}>
      <Field name={field.name} label={field.label} hint={field.hint} optional={field.optional} error={error}>
        {(control) => {
          if (field.kind === 'list')
            return <Select {...control} options={field.options} placeholder={field.placeholder} defaultValue={value} />
          if (field.kind === 'text')
            return (
              <Textarea {...control} lang={lang} rows={field.rows} maxLength={field.maxLength} defaultValue={value} />
            )
          if (field.kind === 'number')
            return <TextInput {...control} inputMode="numeric" maxLength={6} defaultValue={value} autoComplete="off" />
          return (
            <TextInput
              {...control}
              lang={lang}
              type={field.type}
              maxLength={field.maxLength}
              defaultValue={value}
              autoComplete="off"
              {...(field.prose && { autoCapitalize: 'sentences', spellCheck: true })}
            />
          )
        }}
      </Field>
      {field.kind === 'text' && field.preview && (
        <details className="edit-preview" open={open}>
          <summary>{field.preview.label}</summary>
          {preview ? (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by markdown()
            <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: preview }} />
          ) : (
            <p className="field-hint">{field.preview.empty}</p>
          )}
        </details>
      )}
    </div>
  )
}
