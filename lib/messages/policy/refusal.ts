import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

const ID_SIGNS = 22
const SEAL_BYTES = 18

/**
 * What the link in a letter to many holds: it says whose letters are not wanted and nothing more. Derived, never stored; unlike the private link it
 * opens nothing, and old letters keep theirs.
 */
export const refusalToken = (attendeeId: string): string =>
  Buffer.from(attendeeId.replaceAll('-', ''), 'hex').toString('base64url') + seal(attendeeId).toString('base64url')

/** Whose token it is, or null. */
export function attendeeOfRefusal(token: string): string | null {
  if (!/^[\w-]{46}$/.test(token)) return null
  const hex = Buffer.from(token.slice(0, ID_SIGNS), 'base64url').toString('hex')
  const attendeeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const [given, right] = [Buffer.from(token.slice(ID_SIGNS), 'base64url'), seal(attendeeId)]
  return given.length === right.length && timingSafeEqual(given, right) ? attendeeId : null
}

function seal(attendeeId: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', 'serai mail refusal', 32))
  return createHmac('sha256', key).update(attendeeId).digest().subarray(0, SEAL_BYTES)
}
