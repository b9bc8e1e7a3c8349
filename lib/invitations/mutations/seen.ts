import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '#db/client'
import { invitations } from '#db/schema/invitations'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { invitedWith } from '#lib/auth/queries'

/** Writes down when an invitation was first looked at; the link says whose it is. Answers nothing about whether that is good. */
export async function markSeen(actor: Actor, token: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const id = await invitedWith(token, tx)
    if (!id) return
    const [first] = await tx
      .update(invitations)
      .set({ seenAt: now })
      .where(and(eq(invitations.id, id), isNull(invitations.seenAt)))
      .returning({ eventId: invitations.eventId })
    if (first) await record(tx, actor, { verb: 'invitation.see', eventId: first.eventId, subjectId: id }, now)
  })
}
