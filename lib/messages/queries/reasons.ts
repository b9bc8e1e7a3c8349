import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { attendees, cancellations } from '#db/schema/attendees'
import { handovers } from '#db/schema/handovers'
import { invitations } from '#db/schema/invitations'
import { blockedBy } from '#lib/attendees/queries/blocked'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

/** Why an organizer declined or cancelled; what participants wrote themselves is not told back to them. For letters alone, as all here. */
export async function reasonOf(kind: 'declined' | 'cancelled', attendeeId: string): Promise<string> {
  if (kind === 'declined')
    return (await historyOf(attendeeId)).find((entry) => entry.verb === 'attendee.decline')?.reason ?? ''
  const [last] = await db()
    .select({ byKind: cancellations.byKind, reason: cancellations.reason })
    .from(cancellations)
    .where(eq(cancellations.attendeeId, attendeeId))
    .orderBy(desc(cancellations.at))
    .limit(1)
  return last?.byKind === 'user' ? last.reason : ''
}

/** What keeps somebody waiting, in the words of the own page; for nobody an example. */
export async function whyWaiting(actor: Actor | null, locale: Locale, sample: boolean): Promise<string> {
  const limit = (actor && (await blockedBy(actor))) ?? (sample ? EXAMPLE : null)
  const messages = messagesIn(locale)
  if (!limit) return createTranslator({ locale, messages, namespace: 'mail' })('waiting.nothing')
  const t = createTranslator({ locale, messages, namespace: 'registration.own' })
  return t(`blocked.${limit.subject}`, { capacity: limit.capacity })
}

const EXAMPLE = { subject: 'event', capacity: 120 } as const

const names = {
  givenName: attendees.givenName,
  familyName: attendees.familyName,
  nativeName: attendees.nativeName,
}

/** Who came in somebody's place. */
export async function colleagueOf(attendeeId: string) {
  const [row] = await db()
    .select(names)
    .from(handovers)
    .innerJoin(invitations, eq(invitations.id, handovers.invitationId))
    .innerJoin(attendees, eq(attendees.id, invitations.attendeeId))
    .where(eq(handovers.attendeeId, attendeeId))
    .orderBy(desc(invitations.endedAt))
    .limit(1)
  return row ?? null
}

/** To whom somebody's place did not pass on, and how that ended: at that moment, else last. */
export async function refusedHandover(attendeeId: string, at: Date | null) {
  const ended = inArray(invitations.outcome, ['declined', 'expired'])
  const [row] = await db()
    .select({ givenName: invitations.givenName, familyName: invitations.familyName, outcome: invitations.outcome })
    .from(handovers)
    .innerJoin(invitations, eq(invitations.id, handovers.invitationId))
    .where(and(eq(handovers.attendeeId, attendeeId), ended, at ? eq(invitations.endedAt, at) : undefined))
    .orderBy(desc(invitations.endedAt))
    .limit(1)
  return row
    ? ({ ...row, nativeName: '', outcome: row.outcome === 'declined' ? 'declined' : 'expired' } as const)
    : null
}

/** Whose place an invitation passes on. */
export async function giverOf(invitationId: string) {
  const [row] = await db()
    .select(names)
    .from(handovers)
    .innerJoin(attendees, eq(attendees.id, handovers.attendeeId))
    .where(eq(handovers.invitationId, invitationId))
  return row ?? null
}
