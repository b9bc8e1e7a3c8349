import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { fullName } from '#lib/attendees/policy'
import { env } from '#lib/env'
import { hasEnded } from '#lib/events/policy'
import { inLanguage } from '#lib/events/policy/address'
import { calendarInvitation } from '#lib/events/policy/calendar'
import type { Locale } from '#lib/i18n/locales'
import { LETTER_KINDS, type LetterKind, natureOf } from '#lib/messages/policy/kinds'
import type { Reader } from '#lib/messages/queries/attendee'
import type { EventOfLetter } from '#lib/messages/queries/event'

export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; filename: string; content: string }

/**
 * What rides along for the reader's calendar: the event for whoever has a place, its end for whoever had one and was sent it. Its `SEQUENCE` is the
 * sum of both records' changes, so that it grows with each.
 */
export async function calendarOf(
  kind: LetterKind,
  reader: Reader & { id: string },
  event: EventOfLetter,
  locale: Locale,
  now: Date,
): Promise<CalendarPart | null> {
  const { seated, unseated } = natureOf(kind)
  if (hasEnded(event, now)) return null
  const comes = seated && reader.status === 'confirmed'
  if (!comes && !(unseated && (await wasSent(reader.id)))) return null
  const method = comes ? 'REQUEST' : 'CANCEL'
  const content = calendarInvitation({
    method,
    id: reader.id,
    revision: reader.revision + event.revision,
    updatedAt: now,
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    startTime: event.startTime,
    endTime: event.endTime,
    timeZone: event.timeZone,
    title: event.title.text,
    description: [event.lead, event.onlineUrl].filter(Boolean).join('\n\n'),
    where: event.place.length > 0 ? event.place : [event.onlineUrl],
    url: env().url + inLanguage(`/e/${event.slug}`, locale),
    organizer: sender(),
    attendee: { name: fullName(reader), email: reader.email },
  })
  return { method, filename: `${event.slug}.ics`, content }
}

/** Whoever sends the letter: mail programs trust a calendar entry whose organizer is its sender. */
function sender(): { name: string; email: string } {
  const from = env().mailFrom
  const [, name = '', email = ''] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'Serai', email: email || from }
}

const CARRY = LETTER_KINDS.filter((kind) => natureOf(kind).seated)

async function wasSent(attendeeId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.attendeeId, attendeeId),
        isNull(outbox.userId),
        eq(outbox.status, 'sent'),
        inArray(outbox.kind, CARRY),
      ),
    )
    .limit(1)
  return rows.length > 0
}
