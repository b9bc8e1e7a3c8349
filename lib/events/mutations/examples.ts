import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { invitationCodes } from '#db/schema/codes'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'

/** Removes every example event with all that belongs to it, in one act. Answers how many. For administrators. */
export async function removeExamples(actor: Actor, now = new Date()): Promise<Result<number, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const examples = await tx
      .select({ id: events.id, slug: events.slug })
      .from(events)
      .where(eq(events.isExample, true))
    const ids = examples.map((event) => event.id)
    if (ids.length === 0) return done(0)
    await tx.delete(attendees).where(inArray(attendees.eventId, ids))
    // The seats they hold go with them, before the pools those are in.
    await tx.delete(invitations).where(inArray(invitations.eventId, ids))
    await tx.delete(invitationCodes).where(inArray(invitationCodes.eventId, ids))
    await tx.delete(events).where(inArray(events.id, ids))
    for (const { id, slug } of examples)
      await record(
        tx,
        actor,
        { verb: 'event.remove', eventId: id, subjectId: id, before: { slug, isExample: true } },
        now,
      )
    return done(ids.length)
  })
}
