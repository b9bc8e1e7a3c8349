import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

/**
 * Private links are `id + HMAC(secret, id, version)`: never stored, derivable again for every later mail,
 * and revoked by raising the `linkVersion` of the attendee, or of the invitation: the one's link is none of the other.
 */
export type Link = { id: string; seal: Buffer }
type Purpose = 'private' | 'invitation' | 'team'

const ID_SIGNS = 22
const SEAL_BYTES = 18
const TEAM_VERSION = 1

/** The token of an attendee's private link, 46 signs that a URL can hold. */
export const linkToken = (attendeeId: string, version: number): string => tokenOf(attendeeId, version, 'private')

/** The token of the link in an invitation. */
export const invitationToken = (invitationId: string, version: number): string =>
  tokenOf(invitationId, version, 'invitation')

/** The token of the link in a letter to somebody who is to work on an event: of the letter itself, by its id in the outbox. */
export const teamToken = (letterId: string): string => tokenOf(letterId, TEAM_VERSION, 'team')

/** The letter a token may be of; null when it is of none. */
export function readTeamToken(token: string): string | null {
  const link = readLink(token)
  return link && linkMatches(link, TEAM_VERSION, 'team') ? link.id : null
}

/** Takes a token apart; null when it cannot be one. Whether it is good only `linkMatches` tells. */
export function readLink(token: string): Link | null {
  if (!/^[\w-]{46}$/.test(token)) return null
  const hex = Buffer.from(token.slice(0, ID_SIGNS), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, seal: Buffer.from(token.slice(ID_SIGNS), 'base64url') }
}

export function linkMatches(link: Link, version: number, purpose: Purpose = 'private'): boolean {
  const right = seal(link.id, version, purpose)
  return link.seal.length === right.length && timingSafeEqual(link.seal, right)
}

const tokenOf = (id: string, version: number, purpose: Purpose): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + seal(id, version, purpose).toString('base64url')

function seal(id: string, version: number, purpose: Purpose): Buffer {
  return createHmac('sha256', keyOf(env().secret, purpose)).update(`${id}:${version}`).digest().subarray(0, SEAL_BYTES)
}

const keys = new Map<string, Buffer>()
function keyOf(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose} ${secret}`
  const known = keys.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', `serai ${purpose} link`, 32))
  keys.set(name, key)
  return key
}
