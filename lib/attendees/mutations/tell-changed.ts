import 'server-only'
import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { enqueue } from '#lib/outbox/mutations'

const HOUR_MS = 3_600_000
const MOST_AN_HOUR = 10

/** Tells participants in a letter what they changed, as part of the verb that changes it; who saves again and again gets ten an hour, and what is saved beyond stands without. */
export async function tellChanged(tx: Tx, attendeeId: string, now: Date): Promise<void> {
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  const told = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.attendeeId, attendeeId), eq(outbox.kind, 'changed'), gt(outbox.createdAt, hourAgo)))
    .limit(MOST_AN_HOUR)
  if (told.length < MOST_AN_HOUR) await enqueue(tx, { kind: 'changed', attendeeId }, now)
}
