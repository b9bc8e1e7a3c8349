import { createHash, randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * UUIDv7 (RFC 9562, method 1: a 12-bit counter within the millisecond), so that ids made by one process sort by creation.
 * @param now milliseconds since the epoch
 */
export function newId(now = Date.now()): string {
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  const tail = randomBytes(8)
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80
  const time = lastMs.toString(16).padStart(12, '0')
  const hex = time + (0x7000 | counter).toString(16) + tail.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 32 signs, without I, O, 0 and 1. */
const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A short code for people: six signs that cannot be mistaken for one another, e.g. `K7M2QX` (32^6 ≈ 10^9). Not a secret. */
export const newCode = () => signsOf(randomBytes(6))

/** One sign for each byte, for codes that people read and type. */
export const signsOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => CODE_SIGNS[byte % 32]).join('')

/** How a code is written for people: `K7M 2QX`. */
export const spellCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** What is kept of a secret: its SHA-256 in hex. For random secrets only, never for passwords. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')
