import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, lt } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { admins, sessions, users, verificationTokens } from '#db/schema/auth'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { storedToken } from '#lib/auth/secrets'
import { done, type Result, refuse } from '#lib/errors'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'

const LINK_LIFE_MS = 60 * 60 * 1000

/**
 * A one-time sign-in token for a user, good for an hour. Only its hash is kept. For the command line and for the worker
 * that sends it; the answer is null when nobody has that address.
 */
export async function mintSignIn(actor: Actor, email: string, now = new Date()): Promise<string | null> {
  if (actor.kind !== 'system') throw new Error('Only the program itself mints sign-in tokens.')
  return transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id, email: users.email }).from(users).where(eq(users.email, email))
    return user ? mintFor(tx, actor, user, now) : null
  })
}

/** The same within a verb that has found whose mailbox it is. */
export async function mintFor(tx: Tx, actor: Actor, user: { id: string; email: string }, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx.delete(verificationTokens).where(lt(verificationTokens.expires, now))
  await tx
    .insert(verificationTokens)
    .values({ identifier: user.email, token: storedToken(token), expires: new Date(now.getTime() + LINK_LIFE_MS) })
  await record(tx, actor, { verb: 'user.sign-in-link', subjectId: user.id }, now)
  return token
}

/** Sends a sign-in link, in the language it was asked for in, if somebody with that address may sign in. The answer never tells whether that is so. */
export async function requestSignIn(_actor: Actor, email: string, locale: Locale, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (user) await enqueue(tx, { kind: 'sign-in', userId: user.id, locale }, now)
  })
}

/** Makes sure there is a user with the address, and that it administers the instance when `admin` is true. For administrators. */
export async function addUser(
  actor: Actor,
  { email, admin }: { email: string; admin: boolean },
  now = new Date(),
): Promise<Result<{ userId: string }, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const userId = await ensureUser(tx, actor, email, now)
    if (admin) {
      const made = await tx
        .insert(admins)
        .values({ userId, since: now })
        .onConflictDoNothing()
        .returning({ id: admins.userId })
      if (made.length > 0)
        await record(tx, actor, { verb: 'user.grant', subjectId: userId, after: { role: 'admin' } }, now)
    }
    return done({ userId })
  })
}

/** Takes the administration of the instance away. For administrators. */
export async function removeAdmin(
  actor: Actor,
  email: string,
  now = new Date(),
): Promise<Result<undefined, { reason: 'forbidden' | 'not-found' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (!user) return refuse('not-found')
    const gone = await tx.delete(admins).where(eq(admins.userId, user.id)).returning({ id: admins.userId })
    if (gone.length === 0) return refuse('not-found')
    await record(tx, actor, { verb: 'user.revoke', subjectId: user.id, before: { role: 'admin' } }, now)
    return done()
  })
}

/** Ends every session of a user: the own, or anybody's for administrators. Answers how many there were. */
export async function endSessions(
  actor: Actor,
  userId: string,
  now = new Date(),
): Promise<Result<number, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    const own = actor.kind === 'user' && actor.userId === userId
    if (!own && !(await mayAdminister(tx, actor))) return refuse('forbidden')
    const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.userId })
    await record(tx, actor, { verb: 'user.end-sessions', subjectId: userId, after: { ended: ended.length } }, now)
    return done(ended.length)
  })
}

/** The user with an address (lower case), made when there is none. Whoever asks is not told which of the two it was. */
export async function ensureUser(tx: Tx, actor: Actor, email: string, now: Date): Promise<string> {
  const id = newId()
  const [made] = await tx.insert(users).values({ id, email }).onConflictDoNothing().returning({ id: users.id })
  if (made) {
    await record(tx, actor, { verb: 'user.add', subjectId: id }, now)
    return id
  }
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!known) throw new Error('A user was refused as known but is not there.')
  return known.id
}
