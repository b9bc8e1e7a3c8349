import 'server-only'
import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { eq } from 'drizzle-orm'
import type { Adapter } from 'next-auth/adapters'
import { db, transaction } from '#db/client'
import { accounts, sessions, users, verificationTokens } from '#db/schema/auth'
import { record } from '#lib/audit/mutations'
import { hashSecret } from '#lib/ids'

/**
 * The drizzle adapter, with its writes inside `transaction()`, session cookies stored hashed, and sign-in tokens looked up by
 * themselves, so that links carry no address. Users are made by administrators, never by signing in.
 */
export function authAdapter(): Adapter {
  const reading = over(db())
  return {
    ...reading,
    createUser: () => Promise.reject(new Error('Signing in makes no users.')),
    updateUser: (user) => transaction(async (tx) => over(tx).updateUser(user)),
    createSession: async (session) => {
      const stored = { ...session, sessionToken: hashSecret(session.sessionToken) }
      await transaction(async (tx) => {
        await over(tx).createSession(stored)
        const actor = { kind: 'user', userId: session.userId } as const
        await record(tx, actor, { verb: 'user.sign-in', subjectId: session.userId }, new Date())
      })
      return session
    },
    getSessionAndUser: async (token) => {
      const found = await reading.getSessionAndUser(hashSecret(token))
      return found && { ...found, session: { ...found.session, sessionToken: token } }
    },
    updateSession: async (session) => {
      const stored = { ...session, sessionToken: hashSecret(session.sessionToken) }
      const updated = await transaction(async (tx) => over(tx).updateSession(stored))
      return updated && { ...updated, sessionToken: session.sessionToken }
    },
    deleteSession: (token) => transaction(async (tx) => void (await over(tx).deleteSession(hashSecret(token)))),
    useVerificationToken: ({ token }) =>
      transaction(async (tx) => {
        const [used] = await tx.delete(verificationTokens).where(eq(verificationTokens.token, token)).returning()
        return used ?? null
      }),
  }
}

const tables = {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
}

function over(database: ReturnType<typeof db>): Required<Adapter> {
  // The adapter is typed for drizzle's own databases; ours is one without its `transaction`.
  return DrizzleAdapter(database as never, tables as never) as Required<Adapter>
}
