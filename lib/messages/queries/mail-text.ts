import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '#db/client'
import type { MessageKind } from '#db/enums'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { env } from '#lib/env'
import { withoutOwnLinks } from '#lib/messages/policy/bare'
import { compose } from '#lib/messages/queries/compose'
import { ofEvent } from '#lib/messages/queries/mail'

/** Letters that let somebody in are never written for other eyes: writing one makes its link. */
const CLOSED: readonly MessageKind[] = ['sign-in', 'team', 'earlier']

export type MailText =
  | { readable: true; subject: string; text: string; locale: string }
  | { readable: false; why: 'closed' | 'overtaken' }

/** A message as it would be written at this moment, without the links that open what is the reader's; `word` stands for them. */
export async function mailText(actor: Actor, eventId: string, id: string, word: string): Promise<MailText | null> {
  const [row] = await db()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      eventId: outbox.eventId,
      attendeeId: outbox.attendeeId,
      userId: outbox.userId,
      invitationId: outbox.invitationId,
      mailingId: outbox.mailingId,
      locale: outbox.locale,
      attempts: outbox.attempts,
    })
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.eventId, eventId), ofEvent, within(actor, 'read', outbox.eventId)))
  if (!row) return null
  if (CLOSED.includes(row.kind)) return { readable: false, why: 'closed' }
  const mail = await compose(row)
  if (!mail) return { readable: false, why: 'overtaken' }
  const bare = (text: string) => withoutOwnLinks(text, env().url, word)
  return { readable: true, subject: bare(mail.subject), text: bare(mail.text), locale: mail.locale }
}
