import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Pages that stand without the framework's script (`<Enhance alone>`) are opened as documents. */
const ALONE = /^\/($|\?|[ei]\/)/

/** A link within Serai. Nothing is fetched ahead: pages come quickly from the database, and phones pay for what they load. */
export function Link({
  href,
  scroll,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { href: string; scroll?: boolean }) {
  return ALONE.test(href) ? (
    <a href={href} {...rest} />
  ) : (
    <NextLink prefetch={false} href={href} scroll={scroll} {...rest} />
  )
}
