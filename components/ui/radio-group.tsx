import { ErrorLine } from '#components/ui/error-line'
import { describe, type FieldProps, fieldClass } from '#components/ui/field'

/** `lang` where the label is not in the page's language. */
export type RadioOption = { value: string; label: string; lang?: string; hint?: string }

/** One of a few: rows in one frame. The first radio carries the group's id, so that an error's link lands on it. */
export function RadioGroup({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  options,
  value,
  required,
}: FieldProps & { options: RadioOption[]; value?: string; required?: boolean }) {
  return (
    <fieldset
      className={fieldClass({ error })}
      role="radiogroup"
      aria-required={required}
      {...describe({ id, hint, error })}
    >
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
              type="radio"
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
            />
            <span lang={option.lang}>
              {option.label}
              {option.hint && <span className="field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
