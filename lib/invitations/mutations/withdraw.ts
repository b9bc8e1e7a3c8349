import 'server-only'
import { transaction } from '#db/client'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { endInvitation, invitationFor } from '#lib/invitations/mutations/scope'

/** Takes an open invitation back; the place it held goes to those who wait. For organizers. */
export async function withdrawInvitation(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const invitation = await invitationFor(tx, actor, id)
    if (!invitation) return refuse('not-found')
    const { eventId } = invitation
    if (!(await endInvitation(tx, id, 'withdrawn', now))) return refuse('not-possible')
    await record(tx, actor, { verb: 'invitation.withdraw', eventId, subjectId: id }, now)
    return done({ promoted: await promoteWaiting(tx, eventId, now) })
  })
}
