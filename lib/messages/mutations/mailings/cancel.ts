import 'server-only'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { mailings } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { mailingFor } from '#lib/messages/mutations/mailings/scope'

/**
 * Calls a letter to many off: a draft is gone, one that has its time never goes out, and of one that is going out what has not gone is
 * stopped. What is being handed over at this moment goes. Answers how many messages were stopped that stood in the outbox. For organizers.
 */
export async function cancelMailing(
  actor: Actor,
  mailingId: string,
  now = new Date(),
): Promise<Result<{ stopped: number; draft: boolean }, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (mailing.cancelledAt) return refuse('not-possible')
    const draft = mailing.scheduledFor === null
    if (mailing.startedAt && (await openCount(tx, mailingId)) === 0) return refuse('not-possible')
    const stopped = await stop(tx, mailingId)
    if (draft) await tx.delete(mailings).where(eq(mailings.id, mailingId))
    else await tx.update(mailings).set({ cancelledAt: now }).where(eq(mailings.id, mailingId))
    const after = { draft, stopped }
    await record(tx, actor, { verb: 'mailing.cancel', eventId: mailing.eventId, subjectId: mailingId, after }, now)
    return done(after)
  })
}

const waiting = (mailingId: string) =>
  and(eq(outbox.mailingId, mailingId), isNull(outbox.userId), inArray(outbox.status, ['queued', 'retry']))

async function openCount(tx: Tx, mailingId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(outbox).where(waiting(mailingId))
  return row?.n ?? 0
}

async function stop(tx: Tx, mailingId: string): Promise<number> {
  const rows = await tx.update(outbox).set({ status: 'stopped' }).where(waiting(mailingId)).returning({ id: outbox.id })
  return rows.length
}
