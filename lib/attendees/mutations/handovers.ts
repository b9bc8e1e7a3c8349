import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#db/client'
import { handovers } from '#db/schema/handovers'
import { invitations } from '#db/schema/invitations'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'

/** The open invitations with which somebody hands the own place on, as a condition. */
export const handedOnBy = (attendeeId: string) =>
  and(
    isNull(invitations.outcome),
    inArray(
      invitations.id,
      new QueryBuilder()
        .select({ id: handovers.invitationId })
        .from(handovers)
        .where(eq(handovers.attendeeId, attendeeId)),
    ),
  )

/** Whoever loses the place has none to hand on: the invitation to a colleague ends. Part of the verb that takes the place. Answers whether there was one. */
export async function endHandover(tx: Tx, actor: Actor, attendeeId: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ outcome: 'withdrawn', endedAt: now })
    .where(handedOnBy(attendeeId))
    .returning({ id: invitations.id, eventId: invitations.eventId })
  const entries = ended.map(({ id, eventId }) => ({ verb: 'invitation.withdraw' as const, eventId, subjectId: id }))
  if (entries.length > 0) await record(tx, actor, entries, now)
  return ended.length > 0
}
