import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { Role } from '#db/enums'
import { memberships } from '#db/schema/auth'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { ensureUser } from '#lib/auth/mutations'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { enqueue } from '#lib/outbox/mutations'
import { teamFor } from '#lib/team/mutations/scope'

export type Granting = {
  slug: string
  /** Lower case; each once. */
  emails: readonly string[]
  role: Role
  /** In which the letter is written; the event's own when none is chosen. */
  locale?: Locale
}

/** `kept` had a role already, which stays: it is changed by its own verb. */
export type Granted = { granted: string[]; kept: { userId: string; email: string; role: Role }[] }

/**
 * Gives people a role at an event and writes to them. The answer is the same for addresses that are known on this instance and for
 * those that are not. For organizers of the event and administrators.
 */
export async function grantRole(
  actor: Actor,
  { slug, emails, role, locale }: Granting,
  now = new Date(),
): Promise<Result<Granted, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const event = await teamFor(tx, actor, slug)
    if (!event) return refuse('not-found')
    const answer: Granted = { granted: [], kept: [] }
    for (const email of emails) {
      const userId = await ensureUser(tx, actor, email, now)
      const held = await roleAt(tx, event.id, userId)
      if (held) answer.kept.push({ userId, email, role: held })
      else {
        await tx.insert(memberships).values({ userId, eventId: event.id, role, since: now })
        await enqueue(tx, { kind: 'team', userId, eventId: event.id, locale: locale ?? event.locale }, now)
        await record(tx, actor, { verb: 'user.grant', eventId: event.id, subjectId: userId, after: { role } }, now)
        answer.granted.push(email)
      }
    }
    return done(answer)
  })
}

async function roleAt(tx: Tx, eventId: string, userId: string): Promise<Role | undefined> {
  const [held] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.eventId, eventId)))
  return held?.role
}
