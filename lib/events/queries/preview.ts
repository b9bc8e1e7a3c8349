import 'server-only'
import { and, eq } from 'drizzle-orm'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { type PublicEvent, wholeEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** An event of any status as its public page will show it, or null when the actor may not read it. */
export const previewEvent = (actor: Actor, slug: string, locale: Locale): Promise<PublicEvent | null> =>
  wholeEvent(and(eq(events.slug, slug), within(actor, 'read', events.id)), locale)
