import { addUser, mintSignIn } from '#lib/auth/mutations'
import { grantRole } from '#lib/team/mutations/grant'
import { TEST, type TestEvent } from './person.ts'

/** Signs an organizer of events in by plain requests, as a browser without script would. Answers the cookies. */
export async function deskCookies(base: string, email: string, events: readonly TestEvent[]): Promise<string> {
  await addUser(TEST, { email, admin: false })
  for (const { slug } of events) await grantRole(TEST, { emails: [email], slug, role: 'organizer' })
  const query = new URLSearchParams({ token: (await mintSignIn(TEST, email)) ?? '', callbackUrl: '/desk' })
  const answer = await fetch(`${base}/api/auth/callback/email?${query}`, { redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
  if (!cookies.some((cookie) => cookie?.includes('session-token'))) throw new Error(`Not signed in: ${answer.status}`)
  return cookies.join('; ')
}
