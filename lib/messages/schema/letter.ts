import * as z from 'zod'
import { prose, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { line } from '#lib/input'
import { WORDING_LIMITS, type WordingField } from '#lib/messages/policy/wording'

export const WORDING_FIELDS = Object.keys(WORDING_LIMITS) as WordingField[]

const filled = (schema: ReturnType<typeof line>) => schema.refine((text) => text !== '', 'required')

/** A letter's wording in every language, as typed: each field is needed. */
export const wording = z
  .object(
    Object.fromEntries(
      LOCALES.flatMap((locale) => [
        [textName('subject', locale), filled(line(WORDING_LIMITS.subject))],
        [textName('body', locale), filled(prose(WORDING_LIMITS.body))],
      ]),
    ),
  )
  .transform((typed) => {
    const of = (field: WordingField, locale: Locale) => (typed as Record<string, string>)[textName(field, locale)] ?? ''
    return Object.fromEntries(
      LOCALES.map((locale) => [locale, { subject: of('subject', locale), body: of('body', locale) }]),
    ) as Record<Locale, { subject: string; body: string }>
  })

const DEEDS = ['saved', 'unchanged', 'reset', 'tested', 'added', 'removed', 'late'] as const
type LetterDeed = (typeof DEEDS)[number]

/** What came of the act that led back to the page; `at` is of that act alone. */
export const letterPage = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  at: z.string().max(20).default('').catch(''),
})
export type LetterPage = z.output<typeof letterPage>

export const lettersHref = (slug: string, did?: LetterDeed): string => `/desk/${slug}/messages${query(did)}`

export const letterHref = (slug: string, kind: string, did?: LetterDeed): string =>
  `/desk/${slug}/messages/${kind}${query(did)}`

const query = (did?: LetterDeed) => (did ? `?${new URLSearchParams({ did, at: Date.now().toString(36) })}` : '')
