import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { isLocale, LOCALE_COOKIE, type Locale } from '#lib/i18n/locales'

/** Headers that a client may have made up. What stays true of them is set anew by `trustedHeaders`. */
const CLAIMED = /^(x-forwarded-.*|forwarded|x-real-ip|x-serai-.*|x-nonce|content-security-policy)$/

/**
 * The headers with which a request goes on: made-up ones are gone, `x-serai-address` is the client's address, and with
 * a known public address nothing depends on the Host header any more.
 */
export function trustedHeaders(
  headers: IncomingHttpHeaders,
  facts: { socketAddress: string | undefined; proxies: number; publicUrl: string | undefined },
): IncomingHttpHeaders {
  const address = clientAddress(facts.socketAddress, headers['x-forwarded-for'], facts.proxies)
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !CLAIMED.test(name)))
  const trusted = { ...kept, 'x-serai-address': address, 'x-forwarded-for': address }
  if (!facts.publicUrl) return trusted
  const { host, protocol } = new URL(facts.publicUrl)
  return { ...trusted, host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) }
}

/** The language that an address asks for, as in `/e/x?lang=ru`: shared links and crawlers bring no choice of their own. */
export function askedLanguage(url: string): Locale | undefined {
  const asked = new URLSearchParams(url.split('?', 2)[1] ?? '').get('lang')
  return isLocale(asked) ? asked : undefined
}

/** The cookie that keeps a language which an address asked for while the browser is open, for readers who have chosen none: the next page speaks it too. */
export function keptLanguage(
  language: Locale,
  method: string,
  cookies: string | undefined,
  https: boolean,
): string | undefined {
  if (method !== 'GET' || cookies?.includes(`${LOCALE_COOKIE}=`)) return undefined
  return `${LOCALE_COOKIE}=${language}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

/** Each trusted proxy adds, on the right, the address it was called from: so the client's is that many places from the right end. */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: number,
): string {
  const claimed = [forwardedFor ?? []].flat().join(',').split(',').filter(Boolean)
  const hops = [...claimed, socketAddress ?? '']
  const hop = plainAddress(hops[Math.max(0, hops.length - 1 - proxies)] ?? '')
  return isIP(hop) ? hop : plainAddress(socketAddress ?? '') || 'unknown'
}

/** Without port, brackets and the prefix of an IPv4 address in IPv6 clothes. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$/, '$1')
  const withoutPort = bare.split(':').length === 2 ? (bare.split(':', 1)[0] ?? '') : bare
  return withoutPort.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** The path for the log: no query, and a name in place of whatever may identify a person. */
export function loggedPath(url: string): string {
  const segments = (url.split(/[?#]/, 1)[0] ?? '').split('/')
  return segments
    .map((segment, index) => maskSegment(segment, segments.slice(0, index)))
    .join('/')
    .slice(0, 200)
}

function maskSegment(segment: string, before: string[]): string {
  if (segment === '') return segment
  if (before.length === 2 && ['r', 'i', 'address', 'team'].includes(before[1] ?? '')) return ':token'
  if (before.length === 2 && before[1] === 'sign-in') return ':token'
  if (before.at(-1) === 'unsubscribe') return ':token'
  if (before[1] === 'r' && before[3] === 'confirm') return ':code'
  if (/@|%40/i.test(segment)) return ':email'
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(segment)) return ':id'
  const file = segment.includes('.')
  return !file && segment.length >= 24 && /\d/.test(segment) && /^[\w-]+$/.test(segment) ? ':token' : segment
}
