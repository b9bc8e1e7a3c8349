import 'server-only'
import { transaction } from '#db/client'
import { ownIn } from '#lib/attendees/mutations/own-data'
import { ownCopy } from '#lib/attendees/queries/own-copy'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'

/** Everything held about the participant, for the participant, with a line in the history that it was taken. */
export async function downloadOwn(
  actor: Actor,
  locale: Locale,
  now = new Date(),
): Promise<Result<NonNullable<Awaited<ReturnType<typeof ownCopy>>>, { reason: 'not-found' }>> {
  const found = await transaction(async (tx) => {
    const own = await ownIn(tx, actor)
    if (!own) return refuse('not-found')
    const about = { eventId: own.event.id, subjectId: own.attendee.id }
    await record(tx, actor, { verb: 'attendee.download', ...about }, now)
    return done()
  })
  const copy = found.ok ? await ownCopy(actor, locale, now) : null
  return copy ? done(copy) : refuse('not-found')
}
