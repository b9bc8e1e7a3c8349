import 'server-only'
import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { users } from '#db/schema/auth'

/** What was done to a subject, the latest first, with who did it. For queries that have checked that the actor may read the
 * subject. Without `addresses`, whoever gave no name is nobody: what all staff share tells none of their addresses. */
export async function historyOf(subjectId: string, { addresses = true } = {}) {
  const entries = await db()
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      verb: auditEntries.verb,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      reason: auditEntries.reason,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
  const userIds = [
    ...new Set(entries.flatMap((entry) => (entry.actorKind === 'user' && entry.actorId ? [entry.actorId] : []))),
  ]
  const people =
    userIds.length === 0
      ? []
      : await db()
          .select({ id: users.id, name: users.name, email: users.email })
          .from(users)
          .where(inArray(users.id, userIds))
  const nameOf = new Map(people.map((user) => [user.id, user.name || (addresses ? user.email : '')]))
  return entries.map(({ actorId, before, after, ...entry }) => ({
    ...entry,
    by: actorId ? (nameOf.get(actorId) ?? null) : null,
    before: (before ?? {}) as Record<string, unknown>,
    after: (after ?? {}) as Record<string, unknown>,
  }))
}
