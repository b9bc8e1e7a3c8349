import { ErrorLine } from '#components/ui/error-line'
import { describe, type FieldProps, fieldClass } from '#components/ui/field'
import type { RadioOption } from '#components/ui/radio-group'

/** Several of a few: rows in one frame. The first box carries the group's id, so that an error's link lands on it. */
export function CheckboxGroup({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  options,
  values,
}: FieldProps & { options: readonly RadioOption[]; values: readonly string[] }) {
  return (
    <fieldset className={fieldClass({ error })} {...describe({ id, hint, error })}>
      <legend className="field-label">
        {label}
        {optional && <span className="field-optional"> ({optional})</span>}
      </legend>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
      <div className="choices">
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={option.value}
              defaultChecked={values.includes(option.value)}
            />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
