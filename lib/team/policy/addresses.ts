import { emailAddress } from '#lib/input'

/** So many people are asked at once. */
export const MOST = 50

/** Where something in brackets or after a name is an address. */
const WITH_AT = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]*/g
/** What was meant as an address but has no @: names have no dot within. */
const MEANT = /[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/g

/**
 * Addresses as somebody types or pastes them: with commas, semicolons, spaces or lines between, with names beside them or without. Each stands
 * once in `emails`, in lower case; `unread` is what is no address, as it was typed.
 */
export function readAddresses(text: string): { emails: string[]; unread: string[] } {
  const emails = new Set<string>()
  const unread = new Set<string>()
  for (const raw of text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/mailto:/gi, '')
    .split(/[\r\n]+/)) {
    const line = raw.trim()
    const found = line.match(WITH_AT) ?? []
    for (const one of found) {
      const read = emailAddress.safeParse(one.replace(/\.+$/, ''))
      if (read.success) emails.add(read.data)
      else unread.add(one)
    }
    const rest = line.replace(WITH_AT, ' ')
    for (const one of rest.match(MEANT) ?? []) unread.add(one)
    if (found.length === 0 && /[\p{L}\p{N}@]/u.test(line) && !rest.match(MEANT)) unread.add(line.slice(0, 80))
  }
  return { emails: [...emails], unread: [...unread] }
}

/** Direction marks and signs without width, which tables and mail programs bring along. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/g
