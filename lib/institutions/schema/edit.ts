import * as z from 'zod'
import { IDENTIFIER_SCHEMES, INSTITUTION_NAME_KINDS } from '#db/enums'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { line } from '#lib/input'

/** How long texts may be, in signs. Also the `maxlength` of the fields. */
export const LIMITS = { name: 300, city: 100, language: 20, identifier: 300 } as const

/** What an institution's form says. Error messages are codes that the page words. */
export const institutionFacts = z.object({
  name: line(LIMITS.name).refine((name) => name.length >= 2, 'required'),
  city: line(LIMITS.city),
  countryCode: line(2).refine((code) => code === '' || COUNTRY_CODES.includes(code), 'choose'),
})
export type InstitutionFacts = z.output<typeof institutionFacts>

export const institutionName = z.object({
  name: line(LIMITS.name).refine((name) => name.length > 0, 'required'),
  /** BCP 47; empty where it is not known, as of most acronyms. */
  language: line(LIMITS.language).transform((tag, ctx) => {
    try {
      return tag ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null
    } catch {
      ctx.issues.push({ code: 'custom', message: 'language', input: tag })
      return z.NEVER
    }
  }),
  kind: z.enum(INSTITUTION_NAME_KINDS, 'choose'),
})
export type InstitutionName = z.output<typeof institutionName>

export const institutionIdentifier = z.object({
  scheme: z.enum(IDENTIFIER_SCHEMES, 'choose'),
  value: line(LIMITS.identifier).refine((value) => value.length > 0, 'required'),
})
export type InstitutionIdentifier = z.output<typeof institutionIdentifier>
