import 'server-only'
import { and, asc, eq, inArray, isNotNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import type { Leased } from '#lib/outbox/mutations'

/** A worker renews its leases three times as often; when it dies, its messages are free again this soon. */
export const LEASE_MS = 15_000
const SIGN_IN_LIFE_MS = 60 * 60_000

/**
 * Takes up to `limit` messages that are due, but for those the worker still has in hand. What another worker had and let lapse may have gone: it goes again and
 * is marked so. Letters to many come after all others. A sign-in link nobody could be sent within an hour is given up.
 */
export async function lease(limit: number, inHand: readonly string[], now: Date): Promise<Leased[]> {
  return transaction(async (tx) => {
    await expireSignIns(tx, now)
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          or(
            and(inArray(outbox.status, ['queued', 'retry']), lte(outbox.dueAt, now)),
            and(eq(outbox.status, 'sending'), lt(outbox.leasedUntil, now)),
          ),
          inHand.length > 0 ? notInArray(outbox.id, [...inHand]) : undefined,
        ),
      )
      .orderBy(asc(isNotNull(outbox.mailingId)), asc(outbox.dueAt), asc(outbox.id))
      .limit(limit)
    if (due.length === 0) return []
    const order = due.map((row) => row.id)
    const taken = await tx
      .update(outbox)
      .set({
        status: 'sending',
        leasedUntil: new Date(now.getTime() + LEASE_MS),
        attempts: sql`${outbox.attempts} + 1`,
        doubtfulAt: sql`case when ${outbox.status} = 'sending' then ${now.getTime()} else ${outbox.doubtfulAt} end`,
      })
      .where(inArray(outbox.id, order))
      .returning({
        id: outbox.id,
        kind: outbox.kind,
        eventId: outbox.eventId,
        attendeeId: outbox.attendeeId,
        userId: outbox.userId,
        invitationId: outbox.invitationId,
        mailingId: outbox.mailingId,
        locale: outbox.locale,
        attempts: outbox.attempts,
      })
    // An update answers its rows in no order.
    return taken.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  })
}

/** Keeps what is in hand for another while. */
export async function renewLeases(ids: readonly string[], now: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ leasedUntil: new Date(now.getTime() + LEASE_MS) })
      .where(and(inArray(outbox.id, [...ids]), eq(outbox.status, 'sending')))
  })
}

async function expireSignIns(tx: Tx, now: Date): Promise<void> {
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
}
