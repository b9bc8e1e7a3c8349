import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { type PublicEvent, publicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** The published event of a participant's own record, or null. */
export async function ownEvent(actor: Actor, locale: Locale): Promise<PublicEvent | null> {
  if (actor.kind !== 'participant') return null
  const [row] = await db().select({ slug: events.slug }).from(events).where(eq(events.id, actor.eventId))
  return row ? publicEvent(row.slug, locale) : null
}
