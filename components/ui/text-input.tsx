import type { ComponentProps } from 'react'

/** One line of text. What is typed is a name or an address more often than prose: no correction, no capitals set. */
export function TextInput(props: ComponentProps<'input'>) {
  return <input type="text" autoCapitalize="none" autoCorrect="off" spellCheck={false} {...props} className="input" />
}
