import * as z from 'zod'

export type Pasted = { email: string; givenName: string; familyName: string; line: number }
/** A line with no address in it that can be written to. */
export type Unread = { line: number; text: string }

const MOST = 1000

/**
 * People as somebody pastes them, one a line: "Gulnara Bekova <g@med.example>", "Bekova, Gulnara; g@med.example", an address alone, or the columns of a
 * spreadsheet. A line with no sign of an address before any person is a heading. What is past the thousandth line is unread.
 */
export function readPasted(text: string): { people: Pasted[]; problems: Unread[] } {
  const people: Pasted[] = []
  const problems: Unread[] = []
  for (const [i, raw] of text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = i + 1
    const clean = raw
      .replace(INVISIBLE, '')
      .replace(/\u00a0/g, ' ')
      .trim()
    if (clean === '') continue
    const email = addressIn(clean)
    if (email && people.length < MOST) people.push({ email, ...namesIn(clean.replace(email, ' ')), line })
    else if (email || people.length + problems.length > 0 || !isHeading(clean))
      problems.push({ line, text: clean.slice(0, 200) })
  }
  return { people, problems }
}

/** Direction marks and the sign before a file of text, which tables and mail programs bring along. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/g
const address = z.email()

function addressIn(line: string): string | null {
  const found = line.match(/[^\s<>()[\]"',;:\t]+@[^\s<>()[\]"',;:\t]+/g)?.map((one) => one.replace(/[.]+$/, '')) ?? []
  const [only, ...others] = found
  return only && others.length === 0 && address.safeParse(only).success ? only : null
}

/** The columns of a table say what they are, once, at its head. */
const isHeading = (line: string) => /\t|;|,/.test(line) || /e-?mail|почт|адрес/i.test(line)

/** "Family, Given" is told by its comma, a table by its columns, which stand as in passports: the given name before the family name. */
function namesIn(rest: string): { givenName: string; familyName: string } {
  const bare = rest.replace(/mailto:/gi, '').replace(/[<>()[\]"]/g, ' ')
  const columns = (bare.includes('\t') ? bare.split('\t') : bare.split(';')).map(tidy).filter((part) => part !== '')
  if (columns.length > 1) return named(columns[0] ?? '', columns[1] ?? '')
  const [before = '', ...after] = (columns[0] ?? '')
    .split(',')
    .map(tidy)
    .filter((part) => part !== '')
  if (after.length > 0) return named(after[0] ?? '', before)
  const words = before.split(' ')
  return words.length > 1 ? named(words.slice(0, -1).join(' '), words.at(-1) ?? '') : named(before, '')
}

const named = (givenName: string, familyName: string) => ({
  givenName: givenName.slice(0, 100),
  familyName: familyName.slice(0, 100),
})
const tidy = (part: string) =>
  part
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
