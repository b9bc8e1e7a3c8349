import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { sessions, users, verificationTokens } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { ANONYMOUS } from '#lib/auth/actor'
import { authAdapter } from '#lib/auth/adapter'
import { addUser, endSessions, mintSignIn, removeAdmin, requestSignIn } from '#lib/auth/mutations'
import { personOf } from '#lib/auth/queries'
import { storedToken } from '#lib/auth/secrets'
import { makeEvent, makeUser, NOW, SYSTEM } from '#tests/setup/factories'

const emailOf = async (userId: string) =>
  (await db().select({ email: users.email }).from(users).where(eq(users.id, userId)))[0]?.email as string
const rows = (userId: string) => db().select().from(sessions).where(eq(sessions.userId, userId))

describe('sign-in links', () => {
  it('are minted for users alone, kept hashed, and used once', async () => {
    const user = await makeUser()
    const email = await emailOf(user.userId)
    const token = (await mintSignIn(SYSTEM, email, NOW)) as string
    const kept = await db().select().from(verificationTokens).where(eq(verificationTokens.identifier, email))
    expect(JSON.stringify(kept)).not.toContain(token)
    const adapter = authAdapter()
    expect(await adapter.useVerificationToken?.({ identifier: '', token: storedToken(token) })).toMatchObject({
      identifier: email,
    })
    expect(await adapter.useVerificationToken?.({ identifier: '', token: storedToken(token) })).toBeNull()
    expect(await mintSignIn(SYSTEM, 'nobody@desk.test', NOW)).toBeNull()
    await expect(mintSignIn(user, email, NOW)).rejects.toThrow('Only the program')
  })

  it('are asked for by anybody and sent to users alone', async () => {
    const user = await makeUser()
    await requestSignIn(ANONYMOUS, await emailOf(user.userId), 'ru', NOW)
    await requestSignIn(ANONYMOUS, 'stranger@desk.test', 'ru', NOW)
    const queued = await db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'sign-in'), eq(outbox.userId, user.userId)))
    expect(queued).toHaveLength(1)
    expect(JSON.stringify(queued)).not.toMatch(/token|@/)
  })
})

describe('sessions', () => {
  it('are kept hashed and open only by the cookie’s value', async () => {
    const user = await makeUser()
    const adapter = authAdapter()
    await adapter.createSession?.({
      sessionToken: 'cookie-value',
      userId: user.userId,
      expires: new Date(NOW.getTime() + 1e9),
    })
    const [kept] = await rows(user.userId)
    expect(kept?.sessionToken).toMatch(/^[0-9a-f]{64}$/)
    expect(await adapter.getSessionAndUser?.('cookie-value')).toMatchObject({
      user: { id: user.userId },
      session: { sessionToken: 'cookie-value' },
    })
    expect(await adapter.getSessionAndUser?.(kept?.sessionToken as string)).toBeNull()
  })

  it('are ended by their owner or an administrator, by nobody else', async () => {
    const user = await makeUser()
    const adapter = authAdapter()
    const open = () =>
      adapter.createSession?.({
        sessionToken: `s-${Math.random()}`,
        userId: user.userId,
        expires: new Date(NOW.getTime() + 1e9),
      })
    await open()
    for (const actor of [ANONYMOUS, await makeUser()])
      expect(await endSessions(actor, user.userId, NOW)).toEqual({ ok: false, reason: 'forbidden' })
    expect(await rows(user.userId)).toHaveLength(1)
    expect(await endSessions(user, user.userId, NOW)).toEqual({ ok: true, value: 1 })
    await open()
    expect(await endSessions(await makeUser([], true), user.userId, NOW)).toEqual({ ok: true, value: 1 })
    expect(await rows(user.userId)).toEqual([])
  })

  it('signing in makes no users', async () => {
    await expect(authAdapter().createUser?.({ id: 'x', email: 'x@desk.test', emailVerified: null })).rejects.toThrow(
      'makes no users',
    )
  })
})

describe('the administration', () => {
  it('is given and taken by administrators alone, and read as it is now', async () => {
    const event = await makeEvent()
    const user = await makeUser([], true)
    const email = await emailOf(user.userId)
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    for (const actor of [ANONYMOUS, organizer]) {
      const refused = { ok: false, reason: 'forbidden' }
      expect(await addUser(actor, { email: 'new@desk.test', admin: true }, NOW)).toEqual(refused)
      expect(await removeAdmin(actor, email, NOW)).toEqual(refused)
    }
    expect((await personOf(user))?.admin).toBe(true)
    expect(await removeAdmin(await makeUser([], true), email, NOW)).toMatchObject({ ok: true })
    expect((await personOf(user))?.admin).toBe(false)
    expect(await removeAdmin(SYSTEM, email, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })
})
