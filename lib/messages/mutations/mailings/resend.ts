import 'server-only'
import { and, eq, exists, isNull, not, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { transaction } from '#db/client'
import { mailRefusals } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { mailingFor } from '#lib/messages/mutations/mailings/scope'
import { wakeOutbox } from '#lib/outbox/wake'

/** Sends a letter once more to those for whom it failed, to the address they have now. Nobody else gets it again. For organizers. */
export async function resendMailing(
  actor: Actor,
  mailingId: string,
  now = new Date(),
): Promise<Result<{ again: number }, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (mailing.cancelledAt) return refuse('not-possible')
    const rows = await tx
      .update(outbox)
      .set({ status: 'queued', attempts: 0, dueAt: now, leasedUntil: null, lastError: null })
      .where(failed(mailingId))
      .returning({ id: outbox.id })
    if (rows.length === 0) return refuse('not-possible')
    wakeOutbox()
    const after = { again: rows.length }
    await record(tx, actor, { verb: 'mailing.resend', eventId: mailing.eventId, subjectId: mailingId, after }, now)
    return done(after)
  })
}

/** Whoever unsubscribed since is left alone. */
const failed = (mailingId: string) =>
  and(
    eq(outbox.mailingId, mailingId),
    isNull(outbox.userId),
    eq(outbox.status, 'failed'),
    not(
      exists(
        new QueryBuilder()
          .select({ one: sql`1` })
          .from(mailRefusals)
          .where(eq(mailRefusals.attendeeId, outbox.attendeeId)),
      ),
    ),
  )
