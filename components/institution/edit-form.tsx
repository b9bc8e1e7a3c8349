'use client'
import { useActionState } from 'react'
import { ButtonLink } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Link } from '#components/ui/link'
import { Select, type SelectOption } from '#components/ui/select'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import type { EditState } from '#lib/institutions/actions/edit'

export type EditField = {
  name: string
  label: string
  value: string
  hint?: string
  optional?: string
  maxLength?: number
  /** A list to choose from; its first, empty choice is `placeholder`. */
  options?: SelectOption[]
  placeholder?: string
}

/**
 * A small form of the registry, in the place of what it changes. What is wrong comes back beside its field with everything
 * typed; the first such field takes the focus, at the first showing the first of all. Works as a plain form.
 */
export function EditForm({
  action,
  fields,
  hidden,
  words,
  back,
}: {
  action: (before: EditState, form: FormData) => Promise<EditState>
  fields: EditField[]
  hidden: Record<string, string>
  words: { save: string; saving: string; back: string; anyway?: string }
  back: string
}) {
  const [state, send] = useActionState(action, { attempt: 0, values: {}, errors: {}, ways: [], knows: '' })
  const first = fields.find((field) => state.errors[field.name]) ?? fields[0]
  return (
    <form action={send} className="edit-form" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="knows" value={state.knows} />
      {/* React resets a sent form to its first values, so the fields are made anew. */}
      <div className="edit-fields" key={state.attempt}>
        {fields.map(({ name, label, value, hint, optional, maxLength, options, placeholder }) => (
          <Field key={name} name={name} label={label} hint={hint} error={state.errors[name]} optional={optional} small>
            {(control) =>
              options ? (
                <Select
                  {...control}
                  options={options}
                  placeholder={placeholder}
                  defaultValue={state.values[name] ?? value}
                  autoFocus={name === first?.name}
                />
              ) : (
                <TextInput
                  {...control}
                  maxLength={maxLength}
                  defaultValue={state.values[name] ?? value}
                  autoComplete="off"
                  autoFocus={name === first?.name}
                />
              )
            }
          </Field>
        ))}
      </div>
      {state.ways.length > 0 && (
        <ul className="edit-ways">
          {state.ways.map((way) => (
            <li key={way.href}>
              <Link href={way.href}>{way.label}</Link>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <SubmitButton size="small" pending={words.saving}>
          {(state.knows && words.anyway) || words.save}
        </SubmitButton>
        <ButtonLink size="small" variant="plain" href={back}>
          {words.back}
        </ButtonLink>
      </div>
    </form>
  )
}
