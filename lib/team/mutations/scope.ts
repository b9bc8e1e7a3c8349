import 'server-only'
import { and, desc, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { memberships } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { cameSince, mayAdminister, within } from '#lib/auth/queries'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'

/** The event whose team an actor may decide on. */
export async function teamFor(tx: Tx, actor: Actor, slug: string) {
  const [event] = await tx
    .select({ id: events.id, locale: events.defaultLocale })
    .from(events)
    .where(and(eq(events.slug, slug), within(actor, 'decide', events.id)))
  return event && { id: event.id, locale: isLocale(event.locale) ? event.locale : DEFAULT_LOCALE }
}

/** Somebody who works on an event whose team an actor may decide on. */
export async function memberFor(tx: Tx, actor: Actor, slug: string, userId: string) {
  const [member] = await tx
    .select({ eventId: events.id, locale: events.defaultLocale, role: memberships.role, since: memberships.since })
    .from(memberships)
    .innerJoin(events, eq(events.id, memberships.eventId))
    .where(and(eq(events.slug, slug), eq(memberships.userId, userId), within(actor, 'decide', events.id)))
  return member
}

/** Whether somebody of the team has come since being asked to. */
export async function hasCome(tx: Tx, eventId: string, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.eventId, eventId),
        eq(memberships.userId, userId),
        cameSince(memberships.userId, memberships.eventId, memberships.since),
      ),
    )
  return rows.length > 0
}

/** Whether nobody would decide at the event without this person, by the act of somebody who cannot mend it: administrators can. */
export async function leavesNobody(tx: Tx, actor: Actor, eventId: string, userId: string): Promise<boolean> {
  if (await mayAdminister(tx, actor)) return false
  const others = await tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.eventId, eventId), eq(memberships.role, 'organizer'), ne(memberships.userId, userId)))
    .limit(1)
  return others.length === 0
}

/** The last letter that told somebody of the team. */
export async function lastLetter(tx: Tx, eventId: string, userId: string) {
  const [letter] = await tx
    .select({ locale: outbox.locale, status: outbox.status, sentAt: outbox.sentAt })
    .from(outbox)
    .where(and(eq(outbox.kind, 'team'), eq(outbox.eventId, eventId), eq(outbox.userId, userId)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1)
  return letter
}

/** The language somebody was written to in, else the event's. */
export function localeFor(letter: { locale: string | null } | undefined, ofEvent: string): Locale {
  if (isLocale(letter?.locale)) return letter.locale
  return isLocale(ofEvent) ? ofEvent : DEFAULT_LOCALE
}
