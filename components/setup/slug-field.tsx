'use client'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'
import { slugOf } from '#lib/events/policy/slug'
import { DRAFT_LIMITS } from '#lib/events/schema/draft'

/** The end of the public address. While it is empty it shows, with script, what will be made from the title. */
export function SlugField({
  title,
  address,
  defaultValue,
  ...field
}: {
  name: string
  label: string
  hint?: string
  error?: string
  optional: string
  title: string
  address: string
  defaultValue?: string
}) {
  return (
    <Field {...field}>
      {(control) => (
        <div className="life-slug">
          <span id={`${field.name}-address`}>{address}</span>
          <TextInput
            {...control}
            aria-describedby={[`${field.name}-address`, control['aria-describedby']].filter(Boolean).join(' ')}
            defaultValue={defaultValue}
            placeholder={title.trim() ? slugOf(title) : undefined}
            maxLength={DRAFT_LIMITS.slug}
            autoComplete="off"
          />
        </div>
      )}
    </Field>
  )
}
