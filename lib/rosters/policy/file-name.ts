/**
 * The header that names a download: event, list and day. ASCII for old programs, and the words of the reader's language
 * for all others (RFC 6266, RFC 5987).
 * @param parts e.g. `['ror-2027', 'участники', '2027-03-01']`
 */
export function attachment(slug: string, parts: { ascii: string[]; words: string[] }, format: string): string {
  const plain = `${[slug, ...parts.ascii].map(ascii).filter(Boolean).join('-')}.${format}`
  const worded = `${[slug, ...parts.words].map(word).filter(Boolean).join('-')}.${format}`
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(worded)}`
}

const ascii = (text: string) => text.replace(/[^\w.-]+/g, '-')

/** Without what file systems refuse. */
const word = (text: string) =>
  text
    .replace(/[\p{Cc}<>:"/\\|?*\s]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
