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
}: {
  name: string
  id?: string
  value?: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  checked?: boolean
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
            {...describe({ id, hint, error })}
          />
          <span>
            {label}
            {hint && (
              <span className="field-hint" id={`${id}-hint`}>
                {hint}
              </span>
            )}
          </span>
        </label>
      </div>
    </div>
  )
}
