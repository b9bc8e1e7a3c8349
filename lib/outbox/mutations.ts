import 'server-only'
import { and, asc, eq, inArray, lt, lte, or, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { MessageKind } from '#db/enums'
import { outbox } from '#db/schema/outbox'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'
import { nextAttempt } from '#lib/outbox/policy'

export type Message = { kind: MessageKind; attendeeId: string } | { kind: 'sign-in'; userId: string; locale: Locale }

/** Puts a message into the outbox, inside the transaction that causes it: it is sent if and only if that commits. */
export async function enqueue(tx: Tx, message: Message, now: Date): Promise<void> {
  await tx.insert(outbox).values({
    id: newId(),
    kind: message.kind,
    attendeeId: 'attendeeId' in message ? message.attendeeId : null,
    userId: 'userId' in message ? message.userId : null,
    locale: 'locale' in message ? message.locale : null,
    status: 'queued',
    createdAt: now,
    dueAt: now,
  })
}

const LEASE_MS = 5 * 60_000
const SIGN_IN_LIFE_MS = 60 * 60_000

export type Leased = {
  id: string
  kind: MessageKind
  attendeeId: string | null
  userId: string | null
  locale: string | null
  attempts: number
}

/**
 * Takes up to `limit` messages that are due, for five minutes: if the worker dies, they are due again. A sign-in link nobody
 * could be sent within an hour is given up.
 */
export async function lease(limit: number, now = new Date()): Promise<Leased[]> {
  return transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ status: 'failed', lastError: 'expired' })
      .where(
        and(
          eq(outbox.kind, 'sign-in'),
          inArray(outbox.status, ['queued', 'retry']),
          lt(outbox.createdAt, new Date(now.getTime() - SIGN_IN_LIFE_MS)),
        ),
      )
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        or(
          and(inArray(outbox.status, ['queued', 'retry']), lte(outbox.dueAt, now)),
          and(eq(outbox.status, 'sending'), lt(outbox.leasedUntil, now)),
        ),
      )
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(limit)
    if (due.length === 0) return []
    const taken = await tx
      .update(outbox)
      .set({
        status: 'sending',
        leasedUntil: new Date(now.getTime() + LEASE_MS),
        attempts: sql`${outbox.attempts} + 1`,
      })
      .where(
        inArray(
          outbox.id,
          due.map((row) => row.id),
        ),
      )
      .returning({
        id: outbox.id,
        kind: outbox.kind,
        attendeeId: outbox.attendeeId,
        userId: outbox.userId,
        locale: outbox.locale,
        attempts: outbox.attempts,
      })
    // In the order of their causes: an update answers its rows in no order.
    return taken.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  })
}

/** The server took the message. */
export async function markSent(id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ status: 'sent', sentAt: now, leasedUntil: null, lastError: null })
      .where(eq(outbox.id, id))
  })
}

/** The server refused the message, for good or for now, or could not be reached; `error` is what it said. */
export async function markRefused(message: Leased, error: string, forGood: boolean, now = new Date()): Promise<void> {
  const again = forGood ? null : nextAttempt(message.attempts, now)
  await transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({
        status: again ? 'retry' : 'failed',
        ...(again ? { dueAt: again } : {}),
        leasedUntil: null,
        lastError: error.slice(0, 500),
      })
      .where(eq(outbox.id, message.id))
  })
}
