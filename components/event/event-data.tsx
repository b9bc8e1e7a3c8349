import { headers } from 'next/headers'

/** Facts for machines, inside the page. `json` must come from `eventJsonLd()`, which lets no text end the element. */
export async function EventData({ json }: { json: string }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // A browser hides the nonce from scripts, so that it never looks like the one that was sent.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by eventJsonLd()
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
