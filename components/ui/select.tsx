import type { ComponentProps } from 'react'

export type SelectOption = { value: string; label: string }

/** A native list. `placeholder` is its first, empty choice. */
export function Select({
  options,
  placeholder,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & { options: SelectOption[]; placeholder?: string }) {
  return (
    <select {...rest} className="input">
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
