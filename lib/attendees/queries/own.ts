import 'server-only'
import { eq } from 'drizzle-orm'
import { events } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { type PublicEvent, wholeEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** The event of a participant's own record, or null. Also of one that is not published (any more): what was promised to people stays. */
export async function ownEvent(actor: Actor, locale: Locale): Promise<PublicEvent | null> {
  return actor.kind === 'participant' ? wholeEvent(eq(events.id, actor.eventId), locale) : null
}
