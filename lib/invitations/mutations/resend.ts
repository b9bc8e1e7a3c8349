import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { invitationFor } from '#lib/invitations/mutations/scope'
import { enqueue } from '#lib/outbox/mutations'

const PAUSE_MS = 15 * 60_000

/** Sends an open invitation once more. Refused while the last letter is still on its way, or went within a quarter of an hour. For organizers. */
export async function resendInvitation(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' | 'too-soon' }>> {
  return transaction(async (tx) => {
    const invitation = await invitationFor(tx, actor, id)
    if (!invitation) return refuse('not-found')
    if (invitation.outcome || invitation.expiresAt <= now) return refuse('not-possible')
    const [last] = await tx
      .select({ kind: outbox.kind, status: outbox.status, sentAt: outbox.sentAt })
      .from(outbox)
      .where(eq(outbox.invitationId, id))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(1)
    if (last && ['queued', 'sending', 'retry'].includes(last.status)) return refuse('too-soon')
    if (last?.sentAt && now.getTime() - last.sentAt.getTime() < PAUSE_MS) return refuse('too-soon')
    await enqueue(tx, { kind: last?.kind ?? 'invitation', invitationId: id }, now)
    await record(tx, actor, { verb: 'invitation.resend', eventId: invitation.eventId, subjectId: id }, now)
    return done()
  })
}
