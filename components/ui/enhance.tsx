import { headers } from 'next/headers'
import { ENHANCE_EDITION } from '#lib/server/enhance'

/**
 * The small script of a page. With `alone` the page stands without the framework's: the HTTP server takes that out on the way (lib/server/alone.ts), so the page
 * must work as plain HTML. Else it brings the elements that come alive by themselves to a page that has both.
 */
export async function Enhance({ alone = false }: { alone?: boolean }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const file = alone ? 'page.js' : 'elements.js'
  return (
    <script
      type="module"
      src={`/enhance/${ENHANCE_EDITION}/${file}`}
      nonce={nonce}
      async={!alone}
      data-alone={alone || undefined}
    />
  )
}
