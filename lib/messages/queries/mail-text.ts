import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { env } from '#lib/env'
import { withoutOwnLinks } from '#lib/messages/policy/bare'
import { signInText } from '#lib/messages/queries/accounts'
import { compose } from '#lib/messages/queries/compose'
import { mailOf } from '#lib/messages/queries/mail'

export type MailText =
  | { readable: true; subject: string; text: string; locale: string }
  | { readable: false; why: 'overtaken' }

/** A message as it would be written at this moment, without the links that open what is the reader's; `word` stands for them. */
export async function mailText(
  actor: Actor,
  eventId: string | null,
  id: string,
  word: string,
): Promise<MailText | null> {
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
    .where(and(eq(outbox.id, id), mailOf(actor, eventId)))
  if (!row) return null
  // Composing one makes a link that lets somebody in.
  const mail = row.kind === 'sign-in' ? signInText(row.locale) : await compose(row)
  if (!mail) return { readable: false, why: 'overtaken' }
  const bare = (text: string) => withoutOwnLinks(text, env().url, word)
  return { readable: true, subject: bare(mail.subject), text: bare(mail.text), locale: mail.locale }
}
