import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { invitations } from '#db/schema/invitations'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { invitationFor } from '#lib/invitations/mutations/scope'

/** Changes until when an open invitation stands. Refused with a moment that is past. For organizers. */
export async function changeExpiry(
  actor: Actor,
  id: string,
  expiresAt: Date,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const invitation = await invitationFor(tx, actor, id)
    if (!invitation) return refuse('not-found')
    if (invitation.outcome || expiresAt <= now) return refuse('not-possible')
    if (invitation.expiresAt.getTime() === expiresAt.getTime()) return done()
    await tx.update(invitations).set({ expiresAt }).where(eq(invitations.id, id))
    const change = {
      before: { expiresAt: invitation.expiresAt.toISOString() },
      after: { expiresAt: expiresAt.toISOString() },
    }
    await record(tx, actor, { verb: 'invitation.extend', eventId: invitation.eventId, subjectId: id, ...change }, now)
    return done()
  })
}
