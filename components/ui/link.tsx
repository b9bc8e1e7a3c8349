import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A link within Serai. Nothing is fetched ahead: pages come quickly from the database, and phones pay for what they load. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
