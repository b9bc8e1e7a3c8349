import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailingTexts } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { isLocale } from '#lib/i18n/locales'
import { mailingFor } from '#lib/messages/mutations/mailings/scope'
import { enqueue } from '#lib/outbox/mutations'

/** Sends the actor a copy in every language the letter has, written as for this attendee; nobody else gets anything. For organizers. */
export async function testMailing(
  actor: Actor,
  mailingId: string,
  attendeeId: string | null,
  now = new Date(),
): Promise<Result<{ copies: number }, { reason: 'not-found' }>> {
  if (actor.kind !== 'user') return refuse('not-found')
  return transaction(async (tx) => {
    const mailing = await mailingFor(tx, actor, mailingId)
    if (!mailing) return refuse('not-found')
    const [as] = attendeeId
      ? await tx
          .select({ id: attendees.id })
          .from(attendees)
          .where(and(eq(attendees.id, attendeeId), eq(attendees.eventId, mailing.eventId)))
      : []
    const texts = await tx
      .select({ locale: mailingTexts.locale })
      .from(mailingTexts)
      .where(eq(mailingTexts.mailingId, mailingId))
    const copies = texts.flatMap(({ locale }) =>
      isLocale(locale)
        ? { kind: 'mailing' as const, mailingId, userId: actor.userId, locale, ...(as && { attendeeId: as.id }) }
        : [],
    )
    await enqueue(tx, copies, now)
    await record(tx, actor, { verb: 'mailing.test', eventId: mailing.eventId, subjectId: mailingId }, now)
    return done({ copies: copies.length })
  })
}
