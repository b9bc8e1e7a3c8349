import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { mailings } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { mailingFor } from '#lib/messages/mutations/mailings/scope'
import { isEditable } from '#lib/messages/policy/mailing'

/** Gives a letter another time, before it begins to go out; whom it is for stays fixed. For organizers. */
export async function rescheduleMailing(
  actor: Actor,
  mailingId: string,
  at: Date,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' | 'past' }>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (!mailing.scheduledFor || mailing.startedAt || !isEditable(mailing, now)) return refuse('not-possible')
    if (at <= now) return refuse('past')
    await tx
      .update(mailings)
      .set({ scheduledFor: at, revision: mailing.revision + 1 })
      .where(eq(mailings.id, mailingId))
    const change = { before: { scheduledFor: mailing.scheduledFor }, after: { scheduledFor: at } }
    const about = { eventId: mailing.eventId, subjectId: mailingId }
    await record(tx, actor, { verb: 'mailing.reschedule', ...about, ...change }, now)
    return done()
  })
}
