import 'server-only'
import { and, desc, eq, gt } from 'drizzle-orm'
import * as z from 'zod'
import { type Db, db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { type AskedAddress, NEW_ADDRESS_MS } from '#lib/attendees/policy/new-address'
import { isSealed, readSealed } from '#lib/attendees/policy/sealed'
import type { Actor } from '#lib/auth/actor'
import { localized } from '#lib/events/policy'
import { eventTextsOf } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

const asked = z.object({ email: z.string().min(1), linkVersion: z.number() })

/** The new address whose owner has not answered yet, as the audit has it: the last one asked, while the private link is still the same; else null. */
export async function askedAddress(attendeeId: string, now: Date, reader: Db = db()): Promise<AskedAddress | null> {
  const [last] = await reader
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectId, attendeeId),
        eq(auditEntries.verb, 'attendee.ask-address'),
        gt(auditEntries.at, new Date(now.getTime() - NEW_ADDRESS_MS)),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  const read = asked.safeParse(last?.after)
  if (!read.success) return null
  const [row] = await reader
    .select({ linkVersion: attendees.linkVersion, status: attendees.status })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  // A registration that ended takes no address any more: its owner may need it to register anew.
  if (row?.status === 'cancelled') return null
  return row?.linkVersion === read.data.linkVersion ? { attendeeId, ...read.data } : null
}

export const isGoodToken = (token: string, { email, linkVersion }: AskedAddress, now: Date): boolean =>
  isSealed('new address', token, [email, linkVersion], now)

/** What the participant's own page tells of it. */
export async function ownAskedAddress(actor: Actor, now = new Date()): Promise<string | null> {
  if (actor.kind !== 'participant') return null
  return (await askedAddress(actor.attendeeId, now))?.email ?? null
}

/** What a token from a letter asks about: the address, and the event it is for. Null when it is not (or no longer) good. */
export async function newAddressOf(token: string, locale: Locale, now = new Date()) {
  const id = readSealed(token)?.id ?? ''
  const open = await askedAddress(id, now)
  if (!open || !isGoodToken(token, open, now)) return null
  const [event] = await db()
    .select({ id: events.id, defaultLocale: events.defaultLocale })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(eq(attendees.id, id))
  if (!event) return null
  const texts = localized(await eventTextsOf(event.id), locale, event.defaultLocale)
  return { email: open.email, event: texts.title }
}
