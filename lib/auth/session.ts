import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, ANONYMOUS } from '#lib/auth/actor'
import { auth } from '#lib/auth/next-auth'
import { type Person, participantWith, personOf } from '#lib/auth/queries'

/** Who is signed in, by the session in the database; once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await auth()
  const userId = session?.user?.id
  return userId ? { kind: 'user', userId } : ANONYMOUS
})

/** The signed-in person, or off to the sign-in page. For the desk's pages and actions, each by itself. */
export const signedIn = cache(async (): Promise<{ actor: Actor; person: Person }> => {
  const actor = await currentActor()
  const person = await personOf(actor)
  if (!person) redirect('/sign-in')
  return { actor, person }
})

/** The holder of a private link; anonymous when the link is not good. */
export const participant = cache((token: string): Promise<Actor> => participantWith(token))
