import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { events } from '#db/schema/events'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'

type Change = { before: object; after: object }
type Columns = Partial<typeof events.$inferInsert>

/** Counts a change of an event and writes it down with before and after; `columns` are what changes in the event itself. */
export async function edited(
  tx: Tx,
  actor: Actor,
  eventId: string,
  { before, after }: Change,
  now: Date,
  columns: Columns = {},
): Promise<void> {
  await tx
    .update(events)
    .set({ ...columns, revision: sql`${events.revision} + 1`, updatedAt: now })
    .where(eq(events.id, eventId))
  await record(tx, actor, { verb: 'event.edit', eventId, subjectId: eventId, before, after }, now)
}
