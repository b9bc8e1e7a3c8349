import 'server-only'
import NextAuth from 'next-auth'
import { authAdapter } from '#lib/auth/adapter'
import { authSecret } from '#lib/auth/secrets'

const DAY_S = 24 * 60 * 60

/** next-auth with database sessions and one-time links. The links themselves go through our own outbox, see lib/auth/mutations. */
export const { handlers, auth, signOut } = NextAuth(() => ({
  adapter: authAdapter(),
  secret: authSecret(),
  trustHost: true,
  session: { strategy: 'database', maxAge: 30 * DAY_S, updateAge: DAY_S },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/desk', verifyRequest: '/sign-in' },
  providers: [
    {
      id: 'email',
      type: 'email',
      name: 'E-mail',
      from: '',
      maxAge: DAY_S,
      options: {},
      sendVerificationRequest: () => Promise.reject(new Error('Sign-in links are sent by the outbox.')),
    },
  ],
  callbacks: {
    // A request for a link to next-auth's own endpoint is refused: ours is limited and answers alike for every address.
    signIn: ({ email }) => !email?.verificationRequest,
    session: ({ session, user }) => ({ ...session, user: { id: user.id } }),
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
}))
