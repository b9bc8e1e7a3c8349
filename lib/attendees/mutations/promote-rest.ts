import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { promoteWaiting } from '#lib/attendees/mutations/promote'

// Bundling makes several copies of this module in one process: they must know of one another's steps.
const shared = globalThis as { seraiPromoting?: Map<string, Promise<number>> }

/** Gives their places to all who are still owed one, event by event; also what was owed when the server went down. Answers how many moved up. */
export async function promoteOwed(now?: Date): Promise<number> {
  const owed = await db().select({ id: events.id }).from(events).where(eq(events.promotionOwed, true))
  let promoted = 0
  for (const { id } of owed) promoted += await promoteRest(id, now)
  return promoted
}

/** The same for one event, step by step, each a transaction of its own: others have their turn between. Whoever asks meanwhile waits for the same steps. */
export function promoteRest(eventId: string, now?: Date): Promise<number> {
  shared.seraiPromoting ??= new Map()
  const going = shared.seraiPromoting
  const steps = going.get(eventId) ?? takeSteps(eventId, now).finally(() => going.delete(eventId))
  going.set(eventId, steps)
  return steps
}

async function takeSteps(eventId: string, now: Date | undefined): Promise<number> {
  let promoted = 0
  while (await isOwed(eventId))
    promoted += (await transaction((tx) => promoteWaiting(tx, eventId, now ?? new Date()))).length
  return promoted
}

async function isOwed(eventId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, eventId), eq(events.promotionOwed, true)))
  return rows.length > 0
}
