import * as z from 'zod'
import { type AttendeeList, attendeeList, listHref } from '#lib/attendees/schema/list'
import { prose, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { line } from '#lib/input'
import { PLACEHOLDERS } from '#lib/messages/policy/placeholders'
import { textFlaw } from '#lib/messages/policy/wording'

/** How long the words may be, in signs. */
export const MAILING_LIMITS = { subject: 200, body: 20_000 } as const
export const MAILING_FIELDS = ['subject', 'body'] as const

export type MailingTexts = Partial<Record<Locale, { subject: string; body: string }>>

const shape = Object.fromEntries(
  LOCALES.flatMap((locale) => [
    [textName('subject', locale), line(MAILING_LIMITS.subject)],
    [textName('body', locale), prose(MAILING_LIMITS.body)],
  ]),
)

/** The letter in all languages as typed (`subject-en`); the event's main language needs it, the others have it whole or not at all. */
export const mailingTexts = (main: string) =>
  z
    .object(shape)
    .superRefine((typed, context) => {
      for (const locale of LOCALES) {
        const names = MAILING_FIELDS.map((field) => textName(field, locale))
        const needed = locale === main || names.some((name) => typed[name]?.trim())
        for (const name of names) {
          const text = typed[name] ?? ''
          const flaw = textFlaw(text, PLACEHOLDERS)
          if (needed && !text.trim()) context.addIssue({ code: 'custom', path: [name], message: 'required' })
          else if (flaw) context.addIssue({ code: 'custom', path: [name], message: flaw.code })
        }
      }
    })
    .transform(
      (typed): MailingTexts =>
        Object.fromEntries(
          LOCALES.flatMap((locale) => {
            const [subject = '', body = ''] = MAILING_FIELDS.map((field) => typed[textName(field, locale)])
            return body ? [[locale, { subject, body }]] : []
          }),
        ),
    )

/** Whom a mailing is for, as the list's address says it: what order and columns it has is no matter. */
export const filtersFrom = (list: AttendeeList): string => {
  const { status, q, country, institution, type, answers } = list
  return listHref({ ...attendeeList.parse({}), status, q, country, institution, type, answers }).slice(1)
}

export const listFrom = (filters: string): AttendeeList =>
  attendeeList.parse(Object.fromEntries(new URLSearchParams(filters)))
