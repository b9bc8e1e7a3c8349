import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

/**
 * Private links are `id + HMAC(secret, id, version)`: never stored, derivable again for every later mail,
 * and revoked by raising the attendee's `linkVersion`.
 */
export type Link = { attendeeId: string; seal: Buffer }

const ID_SIGNS = 22
const SEAL_BYTES = 18

/** The token of an attendee's private link, 46 signs that a URL can hold. */
export const linkToken = (attendeeId: string, version: number): string =>
  Buffer.from(attendeeId.replaceAll('-', ''), 'hex').toString('base64url') +
  seal(attendeeId, version).toString('base64url')

/** Takes a token apart; null when it cannot be one. Whether it is good only `linkMatches` tells. */
export function readLink(token: string): Link | null {
  if (!/^[\w-]{46}$/.test(token)) return null
  const hex = Buffer.from(token.slice(0, ID_SIGNS), 'base64url').toString('hex')
  const attendeeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { attendeeId, seal: Buffer.from(token.slice(ID_SIGNS), 'base64url') }
}

export function linkMatches(link: Link, version: number): boolean {
  const right = seal(link.attendeeId, version)
  return link.seal.length === right.length && timingSafeEqual(link.seal, right)
}

function seal(attendeeId: string, version: number): Buffer {
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', 'serai private link', 32))
  return createHmac('sha256', key).update(`${attendeeId}:${version}`).digest().subarray(0, SEAL_BYTES)
}
