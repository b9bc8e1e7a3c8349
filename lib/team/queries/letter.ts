import 'server-only'
import { and, eq, lte } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { admins, memberships, users } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import { readTeamToken } from '#lib/auth/link'
import { teamLinkUntil } from '#lib/messages/policy/team-link'

/**
 * What the holder of an invitation to a team is asked to, by its link; null when it is none, or when the role it told of was taken away since. `direct` tells
 * whether the link may sign in by itself: only an account that nobody has used yet and that administers nothing.
 */
export async function teamLetter(token: string, now: Date, reader: Db = db()) {
  const id = readTeamToken(token)
  if (!id) return null
  const [row] = await reader
    .select({
      userId: users.id,
      email: users.email,
      signedIn: users.emailVerified,
      adminSince: admins.since,
      eventId: events.id,
      slug: events.slug,
      role: memberships.role,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .innerJoin(events, eq(events.id, outbox.eventId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.eventId, events.id),
        lte(memberships.since, outbox.createdAt),
      ),
    )
    .leftJoin(admins, eq(admins.userId, users.id))
    .where(and(eq(outbox.id, id), eq(outbox.kind, 'team')))
  if (!row) return null
  const { signedIn, adminSince, createdAt, ...letter } = row
  return { ...letter, direct: signedIn === null && adminSince === null && now < teamLinkUntil(createdAt) }
}
