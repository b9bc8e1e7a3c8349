import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '#lib/env'
import { signsOf } from '#lib/ids'

const SIGNS = 8

/** The code of an organization, eight signs: derived, so that it can be shown again, and another with the next version. */
export const codeOf = ({ id, version }: { id: string; version: number }): string =>
  signsOf(createHmac('sha256', key('code')).update(`${id}:${version}`).digest().subarray(0, SIGNS))

/** How it is written for people: `BISH-7K2Q`. */
export const spellInvitation = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code as somebody typed it, without what only spells it; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = Array.from(typed.normalize('NFKC').toUpperCase(), (sign) => LOOKALIKES[sign] ?? sign)
  const code = signs.join('').replace(/[^0-9A-Z]/g, '')
  return code.length === SIGNS ? code : null
}

/** What is kept of a code. Keyed: whoever has only the database can try none. */
export const hashCode = (code: string): string => createHmac('sha256', key('code hash')).update(code).digest('hex')

/** Cyrillic letters that look the same, for those whose keyboard was not switched. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  Array.from('АВЕКМНРСТУХ', (sign, i) => [sign, 'ABEKMHPCTYX'.charAt(i)]),
)

const key = (purpose: string) => Buffer.from(hkdfSync('sha256', env().secret, '', `serai organization ${purpose}`, 32))
