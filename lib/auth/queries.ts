import 'server-only'
import { and, eq, exists, gte, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import { type Db, db } from '#db/client'
import { ROLES, type Role } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { admins, memberships, sessions, users } from '#db/schema/auth'
import { invitations } from '#db/schema/invitations'
import type { Actor } from '#lib/auth/actor'
import { linkMatches, readLink } from '#lib/auth/link'

/** What somebody wants to do with an event's data: `read` is open to staff and organizers, `decide` to organizers. */
export type Need = 'read' | 'decide'
const ROLES_FOR: Record<Need, readonly Role[]> = { read: ROLES, decide: ['organizer'] }
/** The actor's own roles, by a name of their own: the statement around may be about memberships itself. */
const own = alias(memberships, 'own_roles')

/**
 * The condition that lets an actor at the rows of the events it may read or decide on. Permission is part of the
 * statement itself, so nothing is fetched first and checked later, and a role taken away ends with the next statement.
 */
export function within(actor: Actor, need: Need, eventId: AnySQLiteColumn): SQL {
  if (actor.kind === 'system') return sql`1 = 1`
  if (actor.kind !== 'user') return sql`1 = 0`
  const query = new QueryBuilder()
  const one = { one: sql`1` }
  return or(
    isAdmin(actor),
    exists(
      query
        .select(one)
        .from(own)
        .where(and(eq(own.userId, actor.userId), eq(own.eventId, eventId), inArray(own.role, [...ROLES_FOR[need]]))),
    ),
  ) as SQL
}

/** Whether the actor administers the instance. */
export async function mayAdminister(reader: Db, actor: Actor): Promise<boolean> {
  if (actor.kind === 'system') return true
  const rows = await reader.select({ one: sql`1` }).from(users).where(isAdmin(actor)).limit(1)
  return rows.length > 0
}

/** The condition that holds for administrators of the instance alone. */
export function isAdmin(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`1 = 1`
  if (actor.kind !== 'user') return sql`1 = 0`
  return exists(new QueryBuilder().select({ one: sql`1` }).from(admins).where(eq(admins.userId, actor.userId)))
}

/** Whether the actor works on this instance: administers it or has a role at an event. The registry of institutions is theirs in common. */
export async function isStaff(reader: Db, actor: Actor): Promise<boolean> {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'user') return false
  const [role] = await reader
    .select({ one: sql`1` })
    .from(memberships)
    .where(eq(memberships.userId, actor.userId))
    .limit(1)
  return role !== undefined || (await mayAdminister(reader, actor))
}

/**
 * The condition that somebody has come to the desk since `since`: pressed the button of this event's invitation, signed in, or did something at the event.
 * Nothing from before counts: whoever invites an address is not told whether it has been in use on this instance.
 */
export function cameSince(userId: AnySQLiteColumn, eventId: AnySQLiteColumn, since: AnySQLiteColumn): SQL {
  const entry = (condition: SQL | undefined) =>
    exists(
      new QueryBuilder()
        .select({ one: sql`1` })
        .from(auditEntries)
        .where(and(gte(auditEntries.at, since), condition)),
    )
  const { subjectId, actorId: by, verb } = auditEntries
  const joined = and(eq(verb, 'team.join'), eq(auditEntries.eventId, eventId))
  return or(
    entry(and(eq(subjectId, userId), or(eq(verb, 'user.sign-in'), joined))),
    entry(and(eq(auditEntries.eventId, eventId), eq(by, userId))),
  ) as SQL
}

/** Whether the actor may make new events: administers the instance or organizes an event. */
export async function mayCreateEvents(reader: Db, actor: Actor): Promise<boolean> {
  if (await mayAdminister(reader, actor)) return true
  if (actor.kind !== 'user') return false
  const [organizes] = await reader
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.userId, actor.userId), eq(memberships.role, 'organizer')))
    .limit(1)
  return organizes !== undefined
}

export type Person = {
  id: string
  email: string
  name: string
  admin: boolean
  events: { eventId: string; role: Role }[]
}

/** The signed-in person with the roles held at this moment; null for everybody else. */
export async function personOf(actor: Actor): Promise<Person | null> {
  if (actor.kind !== 'user') return null
  const [user] = await db()
    .select({ id: users.id, email: users.email, name: users.name, adminSince: admins.since })
    .from(users)
    .leftJoin(admins, eq(admins.userId, users.id))
    .where(eq(users.id, actor.userId))
  if (!user) return null
  const roles = await db()
    .select({ eventId: memberships.eventId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, user.id))
  return { id: user.id, email: user.email, name: user.name ?? '', admin: user.adminSince !== null, events: roles }
}

/** The holder of a private link, or anonymous when the link is not (or no longer) good. */
export async function participantWith(token: string, reader: Db = db()): Promise<Actor> {
  const link = readLink(token)
  if (!link) return { kind: 'anonymous' }
  const [row] = await reader
    .select({ id: attendees.id, eventId: attendees.eventId, version: attendees.linkVersion })
    .from(attendees)
    .where(eq(attendees.id, link.id))
  // Compared also where there is nobody, so that it takes as long.
  if (!linkMatches(link, row?.version ?? 0) || !row) return { kind: 'anonymous' }
  return { kind: 'participant', attendeeId: row.id, eventId: row.eventId }
}

/** The id of the invitation whose link this is, or null when it is not (or no longer) good. */
export async function invitedWith(token: string, reader: Db = db()): Promise<string | null> {
  const link = readLink(token)
  if (!link) return null
  const [row] = await reader
    .select({ version: invitations.linkVersion })
    .from(invitations)
    .where(eq(invitations.id, link.id))
  return linkMatches(link, row?.version ?? 0, 'invitation') && row ? link.id : null
}

/** The user with an address that may sign in, or null. */
export async function userByEmail(email: string): Promise<{ id: string } | null> {
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email))
  return user ?? null
}

/** How many sessions the actor has open. */
export async function openSessions(actor: Actor, now: Date): Promise<number> {
  if (actor.kind !== 'user') return 0
  const rows = await db().select({ expires: sessions.expires }).from(sessions).where(eq(sessions.userId, actor.userId))
  return rows.filter((row) => row.expires > now).length
}

/** Whether anybody can sign in at all. */
export async function anyUsers(): Promise<boolean> {
  const rows = await db().select({ id: users.id }).from(users).limit(1)
  return rows.length > 0
}

/** Whether anybody has ever signed in. */
export async function anySignIn(): Promise<boolean> {
  const rows = await db().select({ id: users.id }).from(users).where(isNotNull(users.emailVerified)).limit(1)
  return rows.length > 0
}
