import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import { transaction } from '#db/client'
import type { OutboxStatus } from '#db/enums'
import { outbox } from '#db/schema/outbox'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'

export type MessageRefusal = { reason: 'not-found' } | { reason: 'not-possible'; status: OutboxStatus }

type Change = {
  verb: 'message.retry' | 'message.stop'
  /** The statuses in which it is possible; the worker may be quicker. */
  from: readonly OutboxStatus[]
  set: SQLiteUpdateSetSource<typeof outbox> & { status: OutboxStatus }
}

/** What an organizer of its event does to a message, in one transaction. */
export async function changeMessage(
  actor: Actor,
  id: string,
  { verb, from, set }: Change,
  now: Date,
): Promise<Result<undefined, MessageRefusal>> {
  return transaction(async (tx) => {
    const mine = and(eq(outbox.id, id), within(actor, 'decide', outbox.eventId))
    const [message] = await tx
      .select({
        eventId: outbox.eventId,
        attendeeId: outbox.attendeeId,
        kind: outbox.kind,
        status: outbox.status,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(mine)
    if (!message) return refuse('not-found')
    const { status, kind, attempts } = message
    const changed = await tx
      .update(outbox)
      .set(set)
      .where(and(mine, inArray(outbox.status, [...from])))
      .returning({ id: outbox.id })
    if (changed.length === 0) return refuse('not-possible', { status })
    const entry = { before: { status, attempts }, after: { status: set.status, message: id, kind } }
    await record(tx, actor, { verb, eventId: message.eventId, subjectId: message.attendeeId ?? id, ...entry }, now)
    return done()
  })
}
