'use server'
import { createHash } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { register as registerAttendee } from '#lib/attendees/mutations/register'
import { emailKey, LIMITS, registration } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { linkToken } from '#lib/auth/link'
import { registrationState } from '#lib/events/policy'
import { type PublicEvent, publicEvent } from '#lib/events/queries'
import { check, typedValues } from '#lib/forms'
import { instant, offset } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import { isLocale, type Locale } from '#lib/i18n/locales'
import { findInstitutions } from '#lib/institutions/queries'

export type Notice = { kind: 'duplicate' | 'closed' | 'not-yet' | 'too-many' | 'expired' | 'gone'; title: string; text: string }

/** What the institution typed without choosing may be; `asked` is the text these are answers to. */
export type InstitutionOffer = { asked: string; add: string; options: { value: string; label: string; hint: string }[] }

export type RegisterState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Record<string, string>
  /** By field, in the reader's words. */
  errors: Record<string, string>
  summary: { title: string; lines: { id: string; text: string }[] } | null
  offer: InstitutionOffer | null
  notice: Notice | null
  documentTitle: string
}
