import * as z from 'zod'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { line } from '#lib/input'

/** What an event says in each language, in the order of the form; `long` ones are Markdown. How long they may be, in signs. */
export const TEXT_LIMITS = {
  title: 200,
  subtitle: 300,
  city: 100,
  venue: 200,
  address: 300,
  lead: 600,
  about: 50_000,
  outline: 50_000,
  practical: 50_000,
} as const
export const TEXT_FIELDS = Object.keys(TEXT_LIMITS) as TextField[]
export type TextField = keyof typeof TEXT_LIMITS
export const MARKDOWN_FIELDS = ['about', 'outline', 'practical'] as const satisfies TextField[]

export type EventTexts = Record<Locale, Record<TextField, string>>

/** The name of a text's field in the form and in the history: `title-en`. */
export const textName = (field: string, locale: Locale) => `${field}-${locale}`

/** Lines as typed, with one kind of line end and none at the end. */
export const prose = (max: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trimEnd())
    .refine((text) => text.length <= max, 'too-long')

const shape = Object.fromEntries(
  LOCALES.flatMap((locale) =>
    TEXT_FIELDS.map((field) => {
      const long = TEXT_LIMITS[field] > 1000
      return [textName(field, locale), long ? prose(TEXT_LIMITS[field]) : line(TEXT_LIMITS[field])]
    }),
  ),
)

/** The texts in all languages as typed; the main language needs a title. */
export const texts = z
  .object({ defaultLocale: z.enum(LOCALES, 'choose'), ...shape })
  .superRefine((typed, context) => {
    const title = textName('title', typed.defaultLocale)
    if (!(typed as Record<string, string>)[title])
      context.addIssue({ code: 'custom', path: [title], message: 'required' })
  })
  .transform((typed) => ({
    defaultLocale: typed.defaultLocale,
    texts: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        Object.fromEntries(
          TEXT_FIELDS.map((field) => [field, (typed as Record<string, string>)[textName(field, locale)] ?? '']),
        ),
      ]),
    ) as EventTexts,
  }))

export type TypedTexts = z.output<typeof texts>
