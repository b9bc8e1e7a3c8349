import 'server-only'
import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailingRecipients, mailings, mailRefusals } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { messageIdFor } from '#lib/messages/policy/mailing'
import { type Skip, skipOf } from '#lib/messages/policy/recipients'
import { candidate } from '#lib/messages/queries/recipients'
import { listFrom } from '#lib/messages/schema/mailing'
import { wakeOutbox } from '#lib/outbox/wake'

const BATCH = 250

/**
 * Puts into the outbox what letters to many have come to their time: a batch a transaction, so that others get through in between. Whatever
 * stops it, the next call goes on behind the last who was put there. Answers how many messages were queued.
 * @param most stops after so many batches; the clock does the rest
 */
export async function queueMailings(now = new Date(), most = Number.POSITIVE_INFINITY): Promise<number> {
  let queued = 0
  for (let batches = 0; batches < most; batches++) {
    const batch = await transaction(async (tx) => {
      const mailing = await dueMailing(tx, now)
      return mailing ? queueBatch(tx, mailing, now) : null
    })
    if (batch === null) break
    queued += batch
  }
  return queued
}

type Due = { id: string; eventId: string; filters: string; scheduledFor: Date }

async function dueMailing(tx: Tx, now: Date): Promise<Due | null> {
  const [row] = await tx
    .select({
      id: mailings.id,
      eventId: mailings.eventId,
      filters: mailings.filters,
      scheduledFor: mailings.scheduledFor,
    })
    .from(mailings)
    .where(and(isNull(mailings.startedAt), isNull(mailings.cancelledAt), lte(mailings.scheduledFor, now)))
    .orderBy(asc(mailings.scheduledFor), asc(mailings.id))
    .limit(1)
  return row?.scheduledFor ? { ...row, scheduledFor: row.scheduledFor } : null
}

async function queueBatch(tx: Tx, mailing: Due, now: Date): Promise<number> {
  const people = await tx
    .select(candidate)
    .from(mailingRecipients)
    .innerJoin(attendees, eq(attendees.id, mailingRecipients.attendeeId))
    .leftJoin(mailRefusals, eq(mailRefusals.attendeeId, attendees.id))
    .where(
      and(
        eq(mailingRecipients.mailingId, mailing.id),
        isNull(mailingRecipients.skipped),
        gt(mailingRecipients.attendeeId, await lastQueued(tx, mailing.id)),
      ),
    )
    .orderBy(asc(mailingRecipients.attendeeId))
    .limit(BATCH)
  const asked = listFrom(mailing.filters).status
  const skips = people.map((person) => ({ id: person.id, skip: skipOf(person, asked) }))
  const written = skips.flatMap(({ id, skip }) => (skip ? [] : [id]))
  await insert(tx, mailing, written, now)
  await markSkipped(tx, mailing.id, skips)
  if (people.length < BATCH) await tx.update(mailings).set({ startedAt: now }).where(eq(mailings.id, mailing.id))
  return written.length
}

/** Recipients are queued in the order of their ids, so that the last one tells who was. */
async function lastQueued(tx: Tx, mailingId: string): Promise<string> {
  const [row] = await tx
    .select({ id: sql<string | null>`max(${outbox.attendeeId})` })
    .from(outbox)
    .where(and(eq(outbox.mailingId, mailingId), isNull(outbox.userId)))
  return row?.id ?? ''
}

async function insert(tx: Tx, mailing: Due, attendeeIds: readonly string[], now: Date): Promise<void> {
  if (attendeeIds.length === 0) return
  const rows = attendeeIds.map((attendeeId) => ({
    id: messageIdFor(mailing, attendeeId),
    kind: 'mailing' as const,
    eventId: mailing.eventId,
    attendeeId,
    mailingId: mailing.id,
    status: 'queued' as const,
    createdAt: now,
    dueAt: now,
  }))
  // The key is made of mailing and person: nobody is written to twice.
  await tx.insert(outbox).values(rows).onConflictDoNothing()
  wakeOutbox()
}

/** Those who unsubscribed, gave up or changed their address since it was fixed. */
async function markSkipped(tx: Tx, mailingId: string, all: readonly { id: string; skip: Skip | null }[]) {
  for (const [skipped, some] of Map.groupBy(all, ({ skip }) => skip)) {
    if (!skipped) continue
    const ids = some.map(({ id }) => id)
    await tx
      .update(mailingRecipients)
      .set({ skipped })
      .where(and(eq(mailingRecipients.mailingId, mailingId), inArray(mailingRecipients.attendeeId, ids)))
  }
}
