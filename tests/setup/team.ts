import { and, asc, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { memberships, users } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { ANONYMOUS } from '#lib/auth/actor'
import { makeEvent, makeUser, participantOf, registered } from '#tests/setup/factories'

/** An event with an organizer and staff, and everybody who may not decide about its team. */
export async function teamWorld() {
  const [event, elsewhere] = [await makeEvent(), await makeEvent()]
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  const { attendeeId } = await registered(event)
  const wrong = {
    nobody: ANONYMOUS,
    participant: participantOf(event, attendeeId),
    staff,
    'an organizer elsewhere': await makeUser([{ slug: elsewhere.slug, role: 'organizer' }]),
    'somebody without a role': await makeUser(),
  }
  return { event, elsewhere, organizer, staff, wrong }
}

export const emailOf = async (userId: string): Promise<string> =>
  (await db().select({ email: users.email }).from(users).where(eq(users.id, userId)))[0]?.email ?? ''

export const userOf = async (email: string): Promise<string> =>
  (await db().select({ id: users.id }).from(users).where(eq(users.email, email)))[0]?.id ?? ''

/** The role somebody holds at an event, as it is stored. */
export async function roleOf(eventId: string, userId: string): Promise<string | undefined> {
  const [row] = await db()
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.eventId, eventId), eq(memberships.userId, userId)))
  return row?.role
}

/** What was written down about somebody at an event, and the letters of its team, oldest first. */
export async function writtenAbout(eventId: string, userId: string) {
  const audit = await db()
    .select({
      verb: auditEntries.verb,
      by: auditEntries.actorId,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.eventId, eventId), eq(auditEntries.subjectId, userId)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
  const letters = await db()
    .select({ id: outbox.id, locale: outbox.locale })
    .from(outbox)
    .where(and(eq(outbox.kind, 'team'), eq(outbox.eventId, eventId), eq(outbox.userId, userId)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
  return { audit, letters }
}
