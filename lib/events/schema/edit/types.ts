import * as z from 'zod'
import { textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { line } from '#lib/input'

export const TYPE_NAME_LIMIT = 80

export type TypeNames = Record<Locale, string>

/** The names of an attendee type as typed (`name-en`); the event's main language needs one. */
export const typeNames = (main: string) =>
  z
    .object(Object.fromEntries(LOCALES.map((locale) => [textName('name', locale), line(TYPE_NAME_LIMIT)])))
    .superRefine((typed, context) => {
      const name = `name-${main}`
      if (!typed[name]) context.addIssue({ code: 'custom', path: [name], message: 'required' })
    })
    .transform(
      (typed) =>
        Object.fromEntries(LOCALES.map((locale) => [locale, typed[textName('name', locale)] ?? ''])) as TypeNames,
    )

export const typeSubject = z.object({ eventId: z.string(), typeId: z.string().default('') })
