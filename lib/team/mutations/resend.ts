import 'server-only'
import { transaction } from '#db/client'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { hasCome, lastLetter, localeFor, memberFor } from '#lib/team/mutations/scope'

const PAUSE_MS = 15 * 60_000

/**
 * Sends the invitation to the team once more to somebody who has not come. Refused while the last letter is still on its way, or went within a
 * quarter of an hour. For organizers of the event and administrators.
 */
export async function resendTeamLetter(
  actor: Actor,
  { slug, userId }: { slug: string; userId: string },
  now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'came' | 'too-soon' }>> {
  return transaction(async (tx) => {
    const member = await memberFor(tx, actor, slug, userId)
    if (!member) return refuse('not-found')
    const { eventId } = member
    if (await hasCome(tx, eventId, userId)) return refuse('came')
    const last = await lastLetter(tx, eventId, userId)
    if (last && ['queued', 'sending', 'retry'].includes(last.status)) return refuse('too-soon')
    if (last?.sentAt && now.getTime() - last.sentAt.getTime() < PAUSE_MS) return refuse('too-soon')
    await enqueue(tx, { kind: 'team', userId, eventId, locale: localeFor(last, member.locale) }, now)
    await record(tx, actor, { verb: 'team.resend', eventId, subjectId: userId }, now)
    return done()
  })
}
