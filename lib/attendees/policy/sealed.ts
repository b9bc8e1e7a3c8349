import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

/** What a token of a letter is for. */
type Purpose = 'new address' | 'earlier data'
type Facts = readonly (string | number)[]

const ID_SIGNS = 22
const SEAL_SIGNS = 24

/**
 * Tokens that letters carry: an attendee's id, a seal over what the token is for, and where it ends by itself, when. Derived, never stored; whatever the
 * seal was made over must still be so.
 */
export function sealed(purpose: Purpose, id: string, facts: Facts, until?: Date): string {
  const end = until ? Math.floor(until.getTime() / 1000).toString(36) : ''
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + seal(purpose, id, facts, end) + end
}

/** Takes a token apart; null when it cannot be one. Whether it is good only `isSealed` tells. */
export function readSealed(token: string): { id: string; seal: string; end: string } | null {
  if (!/^[\w-]{46}[0-9a-z]{0,8}$/.test(token)) return null
  const hex = Buffer.from(token.slice(0, ID_SIGNS), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, seal: token.slice(ID_SIGNS, ID_SIGNS + SEAL_SIGNS), end: token.slice(ID_SIGNS + SEAL_SIGNS) }
}

/** Whether a token was made for this and has not ended. */
export function isSealed(purpose: Purpose, token: string, facts: Facts, now: Date): boolean {
  const read = readSealed(token)
  if (!read) return false
  const [given, right] = [Buffer.from(read.seal), Buffer.from(seal(purpose, read.id, facts, read.end))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false
  return read.end === '' || now.getTime() < Number.parseInt(read.end, 36) * 1000
}

function seal(purpose: Purpose, id: string, facts: Facts, end: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', `serai ${purpose}`, 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([id, ...facts, end]))
    .digest('base64url')
    .slice(0, SEAL_SIGNS)
}
