import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#db/client'
import type { MessageKind } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { invitations } from '#db/schema/invitations'
import { mailings } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'
import { wakeOutbox } from '#lib/outbox/wake'

/** What a message is and what it is about. Its event need not be told where the rest says it. A user beside an attendee or a mailing gets a test copy. */
export type Message =
  | {
      kind: MessageKind
      attendeeId: string
      invitationId?: string
      mailingId?: string
      userId?: string
      eventId?: string
      locale?: Locale
    }
  | { kind: MessageKind; invitationId: string }
  | { kind: MessageKind; mailingId: string; userId: string; locale?: Locale }
  | { kind: MessageKind; userId: string; locale: Locale; eventId?: string }

type Parts = {
  kind: MessageKind
  eventId?: string
  attendeeId?: string
  userId?: string
  invitationId?: string
  mailingId?: string
  locale?: Locale
}

/** As many rows as one statement takes. */
const ROWS = 200

/** Puts messages into the outbox, inside the transaction that causes them: they are sent if and only if that commits. */
export async function enqueue(tx: Tx, messages: Message | readonly Message[], now: Date): Promise<void> {
  const rows = [messages].flat().map((message: Parts) => ({
    id: newId(),
    kind: message.kind,
    eventId: message.eventId ?? eventOf(message),
    attendeeId: message.attendeeId ?? null,
    userId: message.userId ?? null,
    invitationId: message.invitationId ?? null,
    mailingId: message.mailingId ?? null,
    locale: message.locale ?? null,
    status: 'queued' as const,
    createdAt: now,
    dueAt: now,
  }))
  for (let i = 0; i < rows.length; i += ROWS) await tx.insert(outbox).values(rows.slice(i, i + ROWS))
  wakeOutbox()
}

/** A message that a worker has taken. `attempts` counts this one too. */
export type Leased = {
  id: string
  kind: MessageKind
  eventId: string | null
  attendeeId: string | null
  userId: string | null
  invitationId: string | null
  mailingId: string | null
  locale: string | null
  attempts: number
}

/** The event, as the part of the statement that looks it up. */
function eventOf({ attendeeId, invitationId, mailingId }: Parts): SQL | null {
  const query = new QueryBuilder()
  const found = attendeeId
    ? query.select({ id: attendees.eventId }).from(attendees).where(eq(attendees.id, attendeeId))
    : invitationId
      ? query.select({ id: invitations.eventId }).from(invitations).where(eq(invitations.id, invitationId))
      : mailingId
        ? query.select({ id: mailings.eventId }).from(mailings).where(eq(mailings.id, mailingId))
        : null
  return found ? sql`(${found})` : null
}
