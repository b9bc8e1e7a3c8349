import 'server-only'
import { transaction } from '#db/client'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mintFor } from '#lib/auth/mutations'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { enqueue } from '#lib/outbox/mutations'
import { hasCome } from '#lib/team/mutations/scope'
import { teamLetter } from '#lib/team/queries/letter'

/** Where it goes on: the desk itself; the desk by a one-time token; or a letter with a link is on its way. */
export type Joined = { way: 'desk'; slug: string } | { way: 'token'; slug: string; token: string } | { way: 'letter' }

/**
 * The person who was asked comes, by the link of the letter. Who is signed in goes on; an account that nobody has used yet is opened; an account in use is
 * not: its owner gets the usual link. Doing it again writes nothing down twice.
 */
export async function joinTeam(
  actor: Actor,
  link: string,
  locale: Locale,
  now = new Date(),
): Promise<Result<Joined, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const letter = await teamLetter(link, now, tx)
    if (!letter) return refuse('not-found')
    const { userId, eventId, slug, email } = letter
    if (!(await hasCome(tx, eventId, userId)))
      await record(tx, actor, { verb: 'team.join', eventId, subjectId: userId }, now)
    if (actor.kind === 'user' && actor.userId === userId) return done<Joined>({ way: 'desk', slug })
    if (letter.direct)
      return done<Joined>({ way: 'token', slug, token: await mintFor(tx, actor, { id: userId, email }, now) })
    await enqueue(tx, { kind: 'sign-in', userId, locale }, now)
    return done<Joined>({ way: 'letter' })
  })
}
