import { domainToASCII } from 'node:url'
import { isPossiblePhoneNumber } from 'libphonenumber-js/min'
import * as z from 'zod'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { checkbox, line } from '#lib/input'

/** How long texts may be, in signs. Also the `maxlength` of the fields. */
export const LIMITS = {
  email: 254,
  title: 40,
  name: 100,
  position: 200,
  institution: 300,
  city: 100,
  phone: 40,
  reason: 500,
} as const

/**
 * The data class of each field of an attendee, which decides how long it is kept after the event:
 * `identity` is evidence of attendance, `contact` serves the event alone.
 */
export const DATA_CLASSES = {
  title: 'identity',
  givenName: 'identity',
  familyName: 'identity',
  patronymic: 'identity',
  nativeName: 'identity',
  badgeName: 'identity',
  position: 'identity',
  institutionId: 'identity',
  countryCode: 'identity',
  typeId: 'identity',
  email: 'contact',
  phone: 'contact',
  locale: 'contact',
} as const

/**
 * The form people fill in. Error messages are codes that the page words.
 * Names are kept as typed: never re-cased, never derived from one another.
 */
const person = {
  email: line(LIMITS.email).pipe(z.string().min(1, 'required')).pipe(z.email('email')),
  title: line(LIMITS.title),
  givenName: latin(LIMITS.name),
  familyName: latin(LIMITS.name),
  nativeName: line(LIMITS.name),
  position: line(LIMITS.position),
  countryCode: line(2).refine((code) => COUNTRY_CODES.includes(code), 'choose'),
  typeId: line(40).refine((id) => id !== '', 'choose'),
  phone: line(LIMITS.phone).refine((phone) => phone === '' || isPhone(phone), 'phone'),
}

const institution = {
  institution: line(LIMITS.institution).refine((name) => name.length >= 2, 'required'),
  /** The one chosen from the list; counts only while `institution` still says what was chosen. */
  institutionId: line(40),
  /** "Mine is not listed." */
  unlisted: checkbox(),
  institutionCity: line(LIMITS.city),
}

export const registration = z
  .object({
    ...person,
    ...institution,
    noticeId: line(40),
    privacy: checkbox().refine(Boolean, 'consent'),
    listed: checkbox(),
    key: z.string().regex(/^[\w-]{20,64}$/, 'key'),
  })
  .check(needsOneName, needsCity)

export type Registration = z.output<typeof registration>

/** What participants change of their own registration. */
export const ownEdit = z
  .object({ ...person, ...institution, revision: z.coerce.number().int() })
  .check(needsOneName, needsCity)

export type OwnEdit = z.output<typeof ownEdit>

/** The same from somebody who registers again: consents are given anew. */
export const ownReturn = z
  .object({
    ...person,
    ...institution,
    noticeId: line(40),
    privacy: checkbox().refine(Boolean, 'consent'),
    listed: checkbox(),
    revision: z.coerce.number().int(),
  })
  .check(needsOneName, needsCity)

export type OwnReturn = z.output<typeof ownReturn>

export const correction = z
  .object({
    ...person,
    ...institution,
    patronymic: latin(LIMITS.name),
    badgeName: line(LIMITS.name),
    revision: z.coerce.number().int(),
  })
  .check(needsOneName, needsCity)

export type Correction = z.output<typeof correction>

export const reason = line(LIMITS.reason)
export const givenReason = reason.refine((value) => value !== '', 'required')

/** The address two registrations of one person share: trimmed, lower case, its domain in ASCII. */
export function emailKey(email: string): string {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1).toLowerCase()
  return `${email.slice(0, at).normalize('NFKC').toLowerCase()}@${domainToASCII(domain) || domain}`
}

/** A name as in the passport: Latin letters, with the marks names have. */
function latin(max: number) {
  return line(max).refine((value) => /^[\p{Script=Latin}\p{M}\d '’‘ʻʼ`.,()/\-‐‑–]*$/u.test(value), 'latin')
}

function needsOneName(ctx: z.core.ParsePayload<{ givenName: string; familyName: string }>) {
  if (ctx.value.givenName || ctx.value.familyName) return
  ctx.issues.push({ code: 'custom', message: 'one-name', path: ['givenName'], input: ctx.value })
}

function needsCity(ctx: z.core.ParsePayload<{ unlisted: boolean; institutionCity: string }>) {
  if (!ctx.value.unlisted || ctx.value.institutionCity) return
  ctx.issues.push({ code: 'custom', message: 'required', path: ['institutionCity'], input: ctx.value })
}

/** With the country's code, so that it can be dialled from anywhere. Kept as typed. */
function isPhone(value: string): boolean {
  return value.startsWith('+') && isPossiblePhoneNumber(value)
}
