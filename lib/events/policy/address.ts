import { LOCALES, type Locale } from '#lib/i18n/locales'

/** The path of a public page; with a `locale`, the page in that language whoever asks. */
export const inLanguage = (path: string, locale?: Locale): string => (locale ? `${path}?lang=${locale}` : path)

/**
 * The addresses of one page for crawlers, which send no language: the plain one chooses by its reader, the others are
 * fixed. `asked` is the language its reader asked for in the address.
 */
export function addresses(
  origin: string,
  path: string,
  locales: readonly string[],
  asked?: Locale,
): { canonical: string; languages: Record<string, string> } {
  const spoken = LOCALES.filter((locale) => locales.includes(locale))
  const plain = `${origin}${path}`
  const fixed = spoken.map((locale) => [locale, origin + inLanguage(path, locale)] as const)
  return {
    canonical: asked && spoken.includes(asked) ? origin + inLanguage(path, asked) : plain,
    languages: spoken.length > 1 ? { ...Object.fromEntries(fixed), 'x-default': plain } : {},
  }
}

/** Ways to pass an address on: plain links, of which nothing is known until somebody presses one. */
export function shareLinks(url: string, title: string) {
  const param = encodeURIComponent
  return {
    email: `mailto:?subject=${param(title)}&body=${param(`${title}\n${url}`)}`,
    telegram: `https://t.me/share/url?url=${param(url)}&text=${param(title)}`,
    whatsapp: `https://wa.me/?text=${param(`${title}\n${url}`)}`,
  }
}
