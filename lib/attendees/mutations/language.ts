import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'

/** Chooses the language in which the participant is written to. */
export async function writeIn(
  actor: Actor,
  locale: Locale,
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' }>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const self = eq(attendees.id, actor.attendeeId)
    const [row] = await tx.select({ locale: attendees.locale }).from(attendees).where(self)
    if (!row) return refuse('not-found')
    if (row.locale === locale) return done()
    await tx.update(attendees).set({ locale, updatedAt: now }).where(self)
    const change = { before: { locale: row.locale }, after: { locale } }
    const about = { eventId: actor.eventId, subjectId: actor.attendeeId }
    await record(tx, actor, { verb: 'attendee.language', ...about, ...change }, now)
    return done()
  })
}
