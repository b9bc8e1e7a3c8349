import type { ComponentProps } from 'react'
import { Icon } from '#components/ui/icon'

/** The search of a list. `label` is for those who cannot see the glass; `shortcut` is the key that brings one here. */
export function SearchBox({
  label,
  shortcut,
  ...rest
}: { label: string; shortcut?: string } & ComponentProps<'input'>) {
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        {...rest}
        className="input"
        aria-label={label}
        aria-keyshortcuts={shortcut}
      />
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    </div>
  )
}
