import type { ReactNode } from 'react'
import { ErrorLine } from '#components/ui/error-line'
import { describe, fieldClass } from '#components/ui/field'

/** A consent or a switch: a row with a tick. Sends `value` when ticked and nothing otherwise. */
export function Checkbox({
  name,
  id = name,
  value = 'yes',
  label,
  hint,
  error,
  checked,
  required,
}: {
  name: string
  id?: string
  value?: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  checked?: boolean
  required?: boolean
}) {
  return (
    <div className={fieldClass({ error })}>
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            id={id}
            name={name}
            value={value}
            defaultChecked={checked}
            required={required}
            // The hint stands in the label: it is read with the name, and would be read twice as a description.
            {...describe({ id, error })}
          />
          <span>
            {label}
            {hint && <span className="field-hint">{hint}</span>}
          </span>
        </label>
      </div>
    </div>
  )
}
