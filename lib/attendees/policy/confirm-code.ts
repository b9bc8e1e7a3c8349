import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

type Whose = { id: string; email: string }

/** What proves that somebody reads the mail of an address: derived, never stored, and in no page, only in letters. */
export function confirmCode({ id, email }: Whose): string {
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', 'serai address', 32))
  return createHmac('sha256', key).update(`${id}:${email}`).digest('base64url').slice(0, 22)
}

export function confirmCodeMatches(code: string, whose: Whose): boolean {
  const [given, right] = [Buffer.from(code), Buffer.from(confirmCode(whose))]
  return given.length === right.length && timingSafeEqual(given, right)
}
