import * as z from 'zod'

export type Pasted = { email: string; givenName: string; familyName: string; line: number }
/** A line with no single address in it that can be written to. */
export type Unread = { line: number; text: string }

const MOST = 1000

/**
 * People as somebody pastes them, one a line: "Gulnara Bekova <g@med.example>", "Bekova, Gulnara; g@med.example", an address alone, or the columns of a
 * spreadsheet, whose first line may say which is the family name. What is past the thousandth person is unread.
 */
export function readPasted(text: string): { people: Pasted[]; problems: Unread[] } {
  const people: Pasted[] = []
  const problems: Unread[] = []
  let head: Head | null = null
  let first = true
  for (const [i, raw] of text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .entries()) {
    const written = raw
      .replace(INVISIBLE, '')
      .replace(/\u00a0/g, ' ')
      .trim()
    if (written === '') continue
    const line = i + 1
    const email = addressIn(written)
    if (first) head = email ? null : headIn(written)
    if (email && people.length < MOST) people.push({ email, ...namesIn(written.replace(email, ' '), head), line })
    else if (!(first && head)) problems.push({ line, text: written.slice(0, 200) })
    first = false
  }
  return { people, problems }
}

/** Direction marks and the sign before a file of text, which tables and mail programs bring along. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/g
const address = z.email()

/** Longer is no line of a list, and looking for an address in it would take long. */
const LONGEST_LINE = 1000

function addressIn(written: string): string | null {
  if (written.length > LONGEST_LINE) return null
  const found = written.match(/[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g) ?? []
  const [only, ...others] = found.map((one) => one.replace(/\.+$/, ''))
  return only && others.length === 0 && address.safeParse(only).success ? only : null
}

/** Which of two name columns comes first; `whole` where one column has the whole name. */
type Head = 'given' | 'family' | 'whole'

function headIn(written: string): Head | null {
  const family = written.search(/family|surname|last name|фамилия/i)
  const given = written.search(/given|first name|(?<![а-яё])имя/i)
  if (family >= 0 && given >= 0) return family < given ? 'family' : 'given'
  return family >= 0 || given >= 0 || /name|e-?mail|фио|ф\. ?и\. ?о|почт/i.test(written) ? 'whole' : null
}

/** Without a heading, "Family, Given" is told by its comma, and columns stand as names are said: the given name before the family name. */
function namesIn(rest: string, head: Head | null): { givenName: string; familyName: string } {
  const bare = rest.replace(/mailto:/gi, '').replace(/[<>()[\]"]/g, ' ')
  const sign = ['\t', ';', ','].find((one) => bare.split(one).filter((part) => tidy(part) !== '').length > 1) ?? ','
  const [one = '', two] = bare.split(sign).map(tidy).filter(hasLetters)
  if (two !== undefined && head !== 'whole')
    return (head ?? (sign === ',' ? 'family' : 'given')) === 'family' ? named(two, one) : named(one, two)
  const comma = one.split(',').map(tidy)
  if (comma[1]) return named(comma[1], comma[0] ?? '')
  const words = one.split(' ').filter(hasLetters)
  return words.length > 1 ? named(words.slice(0, -1).join(' '), words.at(-1) ?? '') : named(words[0] ?? '', '')
}

const named = (givenName: string, familyName: string) => ({
  givenName: givenName.slice(0, 100),
  familyName: familyName.slice(0, 100),
})

/** The number of a line is no name. */
const hasLetters = (part: string) => /\p{L}/u.test(part)

const tidy = (part: string) =>
  part
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
