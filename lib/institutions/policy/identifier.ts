import type { IdentifierScheme } from '#db/enums'

/** An identifier as it is kept, or null when it is none of its scheme. People paste addresses and spellings; one spelling is kept. */
export function normalIdentifier(scheme: IdentifierScheme, typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  switch (scheme) {
    case 'ror':
      return ror(text)
    case 'oid':
      return matching(text.toUpperCase().replace(/\s/g, ''), /^E\d{8}$/)
    case 'pic':
      return matching(text.replace(/\s/g, ''), /^\d{9}$/)
    case 'erasmus':
      return erasmus(text)
    case 'schac':
    case 'domain':
      return domain(text)
  }
}

/** Where an identifier can be looked up, or null. */
export function identifierUrl(scheme: IdentifierScheme, value: string): string | null {
  if (scheme === 'ror') return `https://ror.org/${value}`
  return scheme === 'domain' || scheme === 'schac' ? `https://${value}` : null
}

const matching = (text: string, pattern: RegExp) => (pattern.test(text) ? text : null)

const ROR_SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'

/** `0`, six signs of Crockford's base 32, two check digits (ISO 7064 MOD 97-10): https://ror.readme.io/docs/identifier */
function ror(text: string): string | null {
  const id = text.toLowerCase().replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(id)) return null
  let number = 0
  for (const sign of id.slice(0, 7)) number = number * 32 + ROR_SIGNS.indexOf(sign)
  return Number(id.slice(7)) === 98 - ((number * 100) % 97) ? id : null
}

/** `D  BERLIN01`: the country's letters filled up to three signs, the place, a number (European Commission, Erasmus charter codes). */
function erasmus(text: string): string | null {
  const parts = /^([A-Z]{1,3})[\s_]+([A-Z][A-Z-]{1,7})\s?(\d{2,3})$|^(IRL|LUX)([A-Z][A-Z-]{1,7})(\d{2,3})$/.exec(
    text.toUpperCase(),
  )
  if (!parts) return null
  const [country = '', place, number] = parts[1] ? parts.slice(1) : parts.slice(4)
  return `${country.padEnd(3)}${place}${number}`
}

/** The host of an address or a bare domain (RFC 1123), in ASCII, without `www.`. */
function domain(text: string): string | null {
  const host = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  const ascii = URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : ''
  return ascii.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(ascii)
    ? ascii
    : null
}
