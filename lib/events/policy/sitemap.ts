import { addresses } from '#lib/events/policy/address'

/** The pages of a site as sitemaps.org wants them, each with its addresses in the languages it has. */
export function sitemap(origin: string, pages: readonly { path: string; locales: readonly string[] }[]): string {
  const urls = pages.map(({ path, locales }) => {
    const { canonical, languages } = addresses(origin, path, locales)
    const links = Object.entries(languages).map(
      ([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(href)}"/>`,
    )
    return `<url><loc>${escaped(canonical)}</loc>${links.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
