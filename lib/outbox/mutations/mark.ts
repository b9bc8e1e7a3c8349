import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import { transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import type { Leased } from '#lib/outbox/mutations'
import { nextAttempt } from '#lib/outbox/policy'

/** The server took the message. It is never sent again, whoever has it by now. */
export const markSent = ({ id }: Leased, now: Date): Promise<void> =>
  write(eq(outbox.id, id), { status: 'sent', sentAt: now, leasedUntil: null, lastError: null })

export type Refusal = {
  /** What the row keeps, see `keptError`. */
  error: string
  forGood: boolean
  greylisted?: boolean
  /** The connection broke when the whole message had been handed over, and the server never said whether it took it. */
  doubtful?: boolean
}

/** The message has not gone: it goes again after a pause, or has failed. */
export async function markRefused(message: Leased, refusal: Refusal, now: Date): Promise<void> {
  const again = refusal.forGood ? null : nextAttempt(message.attempts, now, refusal.greylisted)
  await write(mine(message), {
    status: again ? 'retry' : 'failed',
    ...(again ? { dueAt: again } : {}),
    ...(refusal.doubtful ? { doubtfulAt: now } : {}),
    leasedUntil: null,
    lastError: refusal.error,
  })
}

/** The message is no longer true: nobody is told. */
export const markOvertaken = (message: Leased): Promise<void> =>
  write(mine(message), { status: 'stopped', leasedUntil: null, lastError: 'overtaken' })

/** The server never got to see the message: its turn is still the same, and the attempt does not count. `error` says why, if there is a reason but that we stop. */
export const giveBack = (message: Leased, error: string | null): Promise<void> =>
  write(mine(message), {
    status: error !== null || message.attempts > 1 ? 'retry' : 'queued',
    attempts: sql`${outbox.attempts} - 1`,
    leasedUntil: null,
    ...(error === null ? {} : { lastError: error }),
  })

/** As long as it is this worker's: each lease counts as an attempt. */
const mine = (message: Leased) =>
  and(eq(outbox.id, message.id), eq(outbox.status, 'sending'), eq(outbox.attempts, message.attempts))

async function write(where: SQL | undefined, values: SQLiteUpdateSetSource<typeof outbox>): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(outbox).set(values).where(where)
  })
}
