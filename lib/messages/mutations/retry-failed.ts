import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { wakeOutbox } from '#lib/outbox/wake'

/** Sends again at once whatever failed at an event or waits for another attempt. For organizers. */
export async function retryFailed(
  actor: Actor,
  eventId: string,
  now = new Date(),
): Promise<Result<{ again: number }, { reason: 'not-possible' }>> {
  return transaction(async (tx) => {
    const rows = await tx
      .update(outbox)
      .set({ status: 'queued', dueAt: now, attempts: 0, leasedUntil: null })
      .where(
        and(
          eq(outbox.eventId, eventId),
          within(actor, 'decide', outbox.eventId),
          inArray(outbox.status, ['failed', 'retry']),
        ),
      )
      .returning({ id: outbox.id })
    if (rows.length === 0) return refuse('not-possible')
    await record(tx, actor, { verb: 'message.retry', eventId, subjectId: eventId, after: { again: rows.length } }, now)
    wakeOutbox()
    return done({ again: rows.length })
  })
}
