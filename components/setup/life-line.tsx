'use client'
import type { ComponentProps } from 'react'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/text-input'

/** One line of a form that makes an event. */
export function LifeLine({
  name,
  label,
  hint,
  error,
  optional,
  ...input
}: { name: string; label: string; hint?: string; error?: string; optional?: string } & ComponentProps<'input'>) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <TextInput autoComplete="off" {...input} {...control} />}
    </Field>
  )
}
