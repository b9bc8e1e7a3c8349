import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { mailings } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { mailingFor, writeTexts } from '#lib/messages/mutations/mailings/scope'
import { isEditable } from '#lib/messages/policy/mailing'
import type { MailingTexts } from '#lib/messages/schema/mailing'

type Refusal = { reason: 'not-found' | 'not-possible' | 'changed-meanwhile' }

/** Changes the words of a letter to many until it begins to go out. `revision` is the one that the form showed. For organizers. */
export async function editMailing(
  actor: Actor,
  mailingId: string,
  texts: MailingTexts,
  revision: number,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (!isEditable(mailing, now)) return refuse('not-possible')
    if (mailing.revision !== revision) return refuse('changed-meanwhile')
    await writeTexts(tx, mailingId, texts)
    await tx
      .update(mailings)
      .set({ revision: revision + 1 })
      .where(eq(mailings.id, mailingId))
    const entry = { verb: 'mailing.edit', eventId: mailing.eventId, subjectId: mailingId, after: { texts } } as const
    await record(tx, actor, entry, now)
    return done()
  })
}

/** Changes whom a draft is for. Once it has its time they are fixed. For organizers. */
export async function redirectMailing(
  actor: Actor,
  mailingId: string,
  filters: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' }>> {
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    if (mailing.scheduledFor || mailing.cancelledAt) return refuse('not-possible')
    if (mailing.filters === filters) return done()
    await tx
      .update(mailings)
      .set({ filters, revision: mailing.revision + 1 })
      .where(eq(mailings.id, mailingId))
    const change = { before: { filters: mailing.filters }, after: { filters } }
    await record(tx, actor, { verb: 'mailing.edit', eventId: mailing.eventId, subjectId: mailingId, ...change }, now)
    return done()
  })
}
