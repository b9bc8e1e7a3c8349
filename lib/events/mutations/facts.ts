import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { stampOf } from '#lib/events/policy/stamp'
import { setupFacts } from '#lib/events/queries/setup'
import type { EventFacts } from '#lib/events/schema/edit/facts'

/** Changes the facts of an event. `shown` stands for those the form showed. For organizers. */
export async function editFacts(
  actor: Actor,
  eventId: string,
  form: EventFacts,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' | 'changed-meanwhile' | 'slug-taken' }>> {
  return transaction(async (tx) => {
    const before = await setupFacts(actor, eventId, tx)
    if (!before) return refuse('not-found')
    if (stampOf(before) !== shown) return refuse('changed-meanwhile')
    if (await isTaken(tx, form.slug, eventId)) return refuse('slug-taken')
    const change = difference(before, form)
    const changed = Object.keys(change.after).length > 0
    if (changed) await edited(tx, actor, eventId, change, now, form)
    return done({ changed })
  })
}

async function isTaken(tx: Tx, slug: string, eventId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.slug, slug), ne(events.id, eventId)))
  return rows.length > 0
}
