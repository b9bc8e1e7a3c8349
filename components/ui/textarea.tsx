import type { ComponentProps } from 'react'

export function Textarea(props: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...props} className="input" />
}
