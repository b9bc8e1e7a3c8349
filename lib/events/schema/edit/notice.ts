import * as z from 'zod'
import { prose, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'

export const NOTICE_LIMIT = 50_000

export type NoticeBodies = Record<Locale, string>

/** The privacy notice in all languages as typed (`notice-en`); the event's main language needs it. */
export const noticeBodies = (main: string) =>
  z
    .object(Object.fromEntries(LOCALES.map((locale) => [textName('notice', locale), prose(NOTICE_LIMIT)])))
    .superRefine((typed, context) => {
      const name = `notice-${main}`
      if (!typed[name]?.trim()) context.addIssue({ code: 'custom', path: [name], message: 'required' })
    })
    .transform(
      (typed) =>
        Object.fromEntries(LOCALES.map((locale) => [locale, typed[textName('notice', locale)] ?? ''])) as NoticeBodies,
    )
