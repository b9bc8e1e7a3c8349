import type { ReactNode } from 'react'
import { ErrorLine } from '#components/ui/error-line'

/** What a control needs to belong to its label, hint and error: spread it onto the control. */
export type ControlProps = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export type FieldProps = {
  name: string
  /** The control's id, and so the target of the error summary's link; the name unless said otherwise. */
  id?: string
  label: string
  hint?: ReactNode
  error?: string
  /** The translated word "optional", where the field may stay empty. */
  optional?: string
  /** The smaller measure of the desk. */
  small?: boolean
}

/** Label, hint, error and control, in this order: `<Field …>{(control) => <TextInput {...control} />}</Field>`. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  small,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  return (
    <div className={fieldClass({ error, small })}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> ({optional})</span>}
      </label>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      {children({ id, name, ...describe({ id, hint, error }) })}
    </div>
  )
}

export function fieldClass({ error, small }: { error?: string; small?: boolean }): string {
  return ['field', error && 'field-bad', small && 'field-small'].filter(Boolean).join(' ')
}

/** The aria attributes that tie a control to the hint and error shown before it. */
export function describe({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { ...(by && { 'aria-describedby': by }), ...(error && { 'aria-invalid': true as const }) }
}
