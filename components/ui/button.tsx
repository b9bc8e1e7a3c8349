import type { ComponentProps } from 'react'
import { Link } from '#components/ui/link'

export type ButtonVariant = 'normal' | 'primary' | 'plain' | 'danger' | 'destroy'
export type ButtonSize = 'normal' | 'small' | 'big'
type Look = { variant?: ButtonVariant; size?: ButtonSize }

/** Does nothing by itself: say `type="submit"`, or use SubmitButton, which shows that it is at work. */
export function Button({ variant, size, className, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />
}

/** A link that looks like a button. Downloads and route handlers need `reload`: they are fetched as documents. */
export function ButtonLink({
  variant,
  size,
  className,
  reload,
  href,
  ...rest
}: Look & { reload?: boolean; href: string } & Omit<ComponentProps<'a'>, 'href'>) {
  const look = buttonClass({ variant, size }, className)
  return reload ? <a className={look} href={href} {...rest} /> : <Link className={look} href={href} {...rest} />
}

/** `normal` is paper with an edge; `danger` is its red text; `destroy`, filled red, only inside a confirmation. */
export function buttonClass({ variant = 'normal', size = 'normal' }: Look, more = ''): string {
  return ['btn', variant !== 'normal' && `btn-${variant}`, size !== 'normal' && `btn-${size}`, more]
    .filter(Boolean)
    .join(' ')
}
