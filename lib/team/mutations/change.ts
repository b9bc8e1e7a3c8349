import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import type { Role } from '#db/enums'
import { memberships } from '#db/schema/auth'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { lastLetter, leavesNobody, localeFor, memberFor } from '#lib/team/mutations/scope'

/**
 * Gives somebody of the team another role and tells them. `since` stays: it says since when somebody works on the event. An event does not lose
 * its last organizer by an organizer's act. For organizers of the event and administrators.
 */
export async function changeRole(
  actor: Actor,
  { slug, userId, role }: { slug: string; userId: string; role: Role },
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'last-organizer' }>> {
  return transaction(async (tx) => {
    const member = await memberFor(tx, actor, slug, userId)
    if (!member) return refuse('not-found')
    if (member.role === role) return done()
    const { eventId } = member
    if (member.role === 'organizer' && (await leavesNobody(tx, actor, eventId, userId))) return refuse('last-organizer')
    await tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.userId, userId), eq(memberships.eventId, eventId)))
    const locale = localeFor(await lastLetter(tx, eventId, userId), member.locale)
    await enqueue(tx, { kind: 'team', userId, eventId, locale }, now)
    const change = { before: { role: member.role }, after: { role } }
    await record(tx, actor, { verb: 'user.grant', eventId, subjectId: userId, ...change }, now)
    return done()
  })
}
