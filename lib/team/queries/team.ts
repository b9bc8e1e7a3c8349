import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '#db/client'
import { admins, memberships, users } from '#db/schema/auth'
import { events } from '#db/schema/events'
import { outbox } from '#db/schema/outbox'
import type { Actor } from '#lib/auth/actor'
import { cameSince, within } from '#lib/auth/queries'

export type Member = Awaited<ReturnType<typeof teamOf>>[number]

/**
 * Who works on an event, organizers first, each with what became of the last letter. For organizers of the event and administrators. Of somebody who has not
 * come yet nothing is told but the address that was typed: neither a name nor whether it has been in use elsewhere on this instance.
 */
export async function teamOf(actor: Actor, eventId: string) {
  const rows = await db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      since: memberships.since,
      came: sql<number>`case when ${cameSince(memberships.userId, memberships.eventId, memberships.since)} then 1 else 0 end`,
      adminSince: admins.since,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(admins, eq(admins.userId, users.id))
    .where(and(eq(memberships.eventId, eventId), within(actor, 'decide', memberships.eventId)))
    .orderBy(asc(memberships.role), asc(memberships.since), asc(users.email))
  const letters = await lettersOf(actor, eventId)
  return rows.map(({ adminSince, ...row }) => {
    const came = Number(row.came) === 1
    const letter = letters.get(row.userId) ?? null
    return { ...row, name: came ? (row.name ?? '') : '', came, admin: adminSince !== null, letter }
  })
}

/** Who administers the instance, and so may do everything at every event. For those who decide at the event. */
export async function administrators(actor: Actor, eventId: string) {
  return db()
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(admins)
    .innerJoin(users, eq(users.id, admins.userId))
    .innerJoin(events, and(eq(events.id, eventId), within(actor, 'decide', events.id)))
    .orderBy(asc(users.email))
}

async function lettersOf(actor: Actor, eventId: string) {
  const rows = await db()
    .select({
      id: outbox.id,
      userId: outbox.userId,
      status: outbox.status,
      sentAt: outbox.sentAt,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, 'team'), within(actor, 'decide', outbox.eventId)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
  // The last one stays.
  return new Map(rows.flatMap(({ userId, ...letter }) => (userId ? [[userId, letter] as const] : [])))
}
