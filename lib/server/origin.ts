import type { IncomingHttpHeaders } from 'node:http'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something: it must come from our own pages. A browser names its origin on every
 * changing request; a client without one is let through only while it has no cookie to misuse.
 */
export function mayChange(method: string, headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  if (SAFE_METHODS.has(method)) return true
  if (headers['sec-fetch-site'] === 'cross-site') return false
  if (headers.origin === undefined) return headers.cookie === undefined
  if (!URL.canParse(headers.origin)) return false
  const origin = new URL(headers.origin)
  return publicUrl ? origin.origin === publicUrl : origin.host === headers.host
}
