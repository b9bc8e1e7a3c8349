import { eq, ne, sql } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { enqueue } from '#lib/outbox/mutations'
import { makeEvent, NOW, registered, type TestEvent } from '#tests/setup/factories'

/** People of one event, each with so many messages that wait since `now`, in this order; nothing else is in the outbox. */
export async function waitingMessages(
  people: number,
  each = 1,
  now = NOW,
): Promise<{ event: TestEvent; to: string[] }> {
  const event = await makeEvent({ capacity: null })
  const ids: string[] = []
  const to: string[] = []
  for (let i = 0; i < people; i++) {
    const email = `${event.slug}.${i}@mail.test`
    to.push(email)
    ids.push((await registered(event, { email })).attendeeId)
  }
  await transaction(async (tx) => {
    await tx.delete(outbox)
    for (let turn = 0; turn < each; turn++)
      await enqueue(
        tx,
        ids.map((attendeeId) => ({ kind: 'link', attendeeId })),
        now,
      )
  })
  return { event, to }
}

export const rows = () => db().select().from(outbox).orderBy(outbox.id)
export const unsent = () => db().select().from(outbox).where(ne(outbox.status, 'sent'))
export const count = async (status: 'queued' | 'sending' | 'sent' | 'retry' | 'failed' | 'stopped') =>
  (await db().select({ id: outbox.id }).from(outbox).where(eq(outbox.status, status))).length

/** A table is gone for a while: what a full disk or a broken file does to the statements that need it. */
export async function takeAway(table: string): Promise<() => Promise<void>> {
  const rename = (from: string, to: string) =>
    transaction(async (tx) => {
      await tx.run(sql.raw(`alter table ${from} rename to ${to}`))
    })
  await rename(table, `${table}_away`)
  return () => rename(`${table}_away`, table)
}

export const later = (ms: number) => new Date(NOW.getTime() + ms)
export const MINUTE = 60_000
