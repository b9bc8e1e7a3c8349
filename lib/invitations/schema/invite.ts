import * as z from 'zod'
import { LIMITS as PERSON, registration } from '#lib/attendees/schema/person'
import { LOCALES } from '#lib/i18n/locales'
import { checkbox, line } from '#lib/input'
import { LIMITS, moment, type, words } from '#lib/invitations/schema/terms'

export const terms = z.object({
  typeId: type,
  locale: z.enum(LOCALES, 'choose'),
  note: words(LIMITS.note),
  holds: checkbox(),
  expiresAt: moment,
})

/** One person by name. Names are as the organizer knows them, in any script. */
export const onePerson = z.object({
  email: registration.shape.email,
  givenName: line(PERSON.name),
  familyName: line(PERSON.name),
})

/** The list as it was pasted; its lines are read by policy/paste. */
export const list = z.object({
  people: z
    .string()
    .default('')
    .refine((text) => text.trim() !== '', 'nobody')
    .refine((text) => text.length <= LIMITS.people, 'too-long'),
})

/** Another date for an invitation that stands. */
export const newDate = z.object({ expiresAt: moment })
