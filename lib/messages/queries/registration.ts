import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { outbox } from '#db/schema/outbox'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import type { Mail } from '#lib/mail/transport'
import { assembled } from '#lib/messages/policy/assemble'
import { tellsReturn } from '#lib/messages/policy/event-news'
import { isStillTrue, LETTERS, type LetterKind, natureOf } from '#lib/messages/policy/kinds'
import { attendeeOfLetter } from '#lib/messages/queries/attendee'
import { calendarOf } from '#lib/messages/queries/calendar'
import { dressed } from '#lib/messages/queries/dressed'
import { eventOfLetter } from '#lib/messages/queries/event'
import { newsOf } from '#lib/messages/queries/event-news'
import { particularsOf } from '#lib/messages/queries/particulars'
import { returnWording, wordingFor } from '#lib/messages/queries/wording'

/** A letter about somebody's registration, in the person's language; null when the person is gone or the facts have overtaken it. */
export async function composeRegistration(
  message: { id: string; kind: LetterKind; attendeeId: string },
  now: Date,
): Promise<Mail | null> {
  const { id, kind } = message
  const reader = await attendeeOfLetter(message.attendeeId)
  if (!reader) return null
  const locale: Locale = isLocale(reader.locale) ? reader.locale : DEFAULT_LOCALE
  const event = await eventOfLetter(reader.eventId, locale)
  if (!event) return null
  const at = await causedAt(id)
  const returns = kind === 'event-changed' && tellsReturn(await newsOf(event.id), at)
  const registered: readonly AttendeeStatus[] = LETTERS['event-cancelled'].trueWhile
  const isTrue = returns
    ? event.status === 'published' && registered.includes(reader.status)
    : isStillTrue(kind, reader.status, event.status)
  if (!isTrue) return null
  const particulars = await particularsOf({ kind, reader, event, locale, sample: false, at, now })
  // It was changed back and forth, or is for staff alone by now: there is nothing to tell.
  if (!returns && natureOf(kind).listsChanges && particulars.changes?.length === 0) return null
  const wording = returns ? returnWording(locale) : await wordingFor(event.id, kind, locale)
  const letter = assembled(wording, event, particulars, locale)
  const calendar = await calendarOf(kind, reader, event, locale, now)
  return {
    id,
    to: reader.email,
    ...dressed(letter),
    ...(event.contactEmail && { replyTo: event.contactEmail }),
    ...(calendar && { calendar }),
  }
}

/** The moment of what a message tells: it was put into the outbox by the same act. */
async function causedAt(id: string): Promise<Date | null> {
  const [row] = await db().select({ createdAt: outbox.createdAt }).from(outbox).where(eq(outbox.id, id))
  return row?.createdAt ?? null
}
