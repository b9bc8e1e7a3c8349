import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { invitations } from '#db/schema/invitations'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { invitedWith } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { tellGiver } from '#lib/invitations/mutations/handover'
import { endInvitation } from '#lib/invitations/mutations/scope'

/** The person invited says no, by the link of the letter; the place that was held goes to those who wait. Saying it again changes nothing. */
export async function declineInvitation(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const id = await invitedWith(token, tx)
    if (!id) return refuse('not-found')
    const [row] = await tx
      .select({ eventId: invitations.eventId, outcome: invitations.outcome, expiresAt: invitations.expiresAt })
      .from(invitations)
      .where(eq(invitations.id, id))
    if (!row) return refuse('not-found')
    if (row.outcome === 'declined') return done({ promoted: [] })
    if (row.outcome || row.expiresAt <= now) return refuse('not-possible')
    await endInvitation(tx, id, 'declined', now)
    await tellGiver(tx, id, now)
    await record(tx, actor, { verb: 'invitation.decline', eventId: row.eventId, subjectId: id }, now)
    return done({ promoted: await promoteWaiting(tx, row.eventId, now) })
  })
}
