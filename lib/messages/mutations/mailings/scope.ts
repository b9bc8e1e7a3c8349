import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { events } from '#db/schema/events'
import { mailings, mailingTexts } from '#db/schema/mailings'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { MailingTexts } from '#lib/messages/schema/mailing'

/** A letter to many that the actor may decide about, or undefined. */
export async function mailingFor(tx: Tx, actor: Actor, mailingId: string) {
  const [mailing] = await tx
    .select({
      id: mailings.id,
      eventId: mailings.eventId,
      filters: mailings.filters,
      scheduledFor: mailings.scheduledFor,
      startedAt: mailings.startedAt,
      cancelledAt: mailings.cancelledAt,
      revision: mailings.revision,
      defaultLocale: events.defaultLocale,
    })
    .from(mailings)
    .innerJoin(events, eq(events.id, mailings.eventId))
    .where(and(eq(mailings.id, mailingId), within(actor, 'decide', mailings.eventId)))
  return mailing
}

/** Writes the words of a letter anew; a language without any has no row. */
export async function writeTexts(tx: Tx, mailingId: string, texts: MailingTexts): Promise<void> {
  await tx.delete(mailingTexts).where(eq(mailingTexts.mailingId, mailingId))
  const rows = Object.entries(texts).map(([locale, text]) => ({ mailingId, locale, ...text }))
  if (rows.length > 0) await tx.insert(mailingTexts).values(rows)
}
