import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { mailings } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { newId } from '#lib/ids'
import { writeTexts } from '#lib/messages/mutations/mailings/scope'
import type { MailingTexts } from '#lib/messages/schema/mailing'

/** Keeps a letter to many as a draft. `filters` are the list's, as in its address. For organizers. */
export async function createMailing(
  actor: Actor,
  eventId: string,
  { filters, texts }: { filters: string; texts: MailingTexts },
  now = new Date(),
): Promise<Result<{ id: string }, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const [event] = await tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
    if (!event) return refuse('not-found')
    const id = newId()
    const createdById = actor.kind === 'user' ? actorId(actor) : null
    await tx.insert(mailings).values({ id, eventId, filters, createdById, createdAt: now })
    await writeTexts(tx, id, texts)
    await record(tx, actor, { verb: 'mailing.create', eventId, subjectId: id, after: { filters, texts } }, now)
    return done({ id })
  })
}
