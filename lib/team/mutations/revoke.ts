import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { memberships } from '#db/schema/auth'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { leavesNobody, memberFor } from '#lib/team/mutations/scope'

/**
 * Takes somebody out of the team: what they asked for from the next statement on is refused, and letters of the team that have not gone
 * are given up. An event does not lose its last organizer by an organizer's act. For organizers of the event and administrators.
 */
export async function revokeRole(
  actor: Actor,
  { slug, userId }: { slug: string; userId: string },
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'last-organizer' }>> {
  return transaction(async (tx) => {
    const member = await memberFor(tx, actor, slug, userId)
    if (!member) return refuse('not-found')
    const { eventId, role } = member
    if (role === 'organizer' && (await leavesNobody(tx, actor, eventId, userId))) return refuse('last-organizer')
    await tx.delete(memberships).where(and(eq(memberships.userId, userId), eq(memberships.eventId, eventId)))
    await record(tx, actor, { verb: 'user.revoke', eventId, subjectId: userId, before: { role } }, now)
    return done()
  })
}
