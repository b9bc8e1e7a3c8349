import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { mailingRecipients, mailings } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { mailingFor } from '#lib/messages/mutations/mailings/scope'
import { recipientsOf } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'

type Refusal = { reason: 'not-found' | 'not-possible' | 'nobody' | 'past' } | { reason: 'others'; total: number }

/**
 * Gives a letter its time and fixes whom it is for. `at` null is at once; `expected` is the number of recipients that the organizer was
 * shown: where it is another by now, nothing is sent. For organizers.
 */
export async function scheduleMailing(
  actor: Actor,
  mailingId: string,
  { at, expected }: { at: Date | null; expected: number },
  now = new Date(),
): Promise<Result<{ total: number }, Refusal>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (mailing.scheduledFor || mailing.cancelledAt) return refuse('not-possible')
    if (at && at <= now) return refuse('past')
    const people = await recipientsOf(actor, mailing.eventId, listFrom(mailing.filters), tx)
    const total = people.filter(({ skipped }) => skipped === null).length
    if (total === 0) return refuse('nobody')
    if (total !== expected) return refuse('others', { total })
    await fix(tx, mailingId, people)
    const scheduledFor = at ?? now
    await tx
      .update(mailings)
      .set({ scheduledFor, revision: mailing.revision + 1 })
      .where(eq(mailings.id, mailingId))
    const after = { scheduledFor, recipients: total, skipped: people.length - total }
    await record(tx, actor, { verb: 'mailing.schedule', eventId: mailing.eventId, subjectId: mailingId, after }, now)
    return done({ total })
  })
}

const AT_ONCE = 1000

async function fix(tx: Tx, mailingId: string, people: readonly { id: string; skipped: string | null }[]) {
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const part = people.slice(from, from + AT_ONCE)
    await tx.insert(mailingRecipients).values(part.map(({ id, skipped }) => ({ mailingId, attendeeId: id, skipped })))
  }
}
