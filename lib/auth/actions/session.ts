'use server'
import { redirect } from 'next/navigation'
import { endSessions } from '#lib/auth/mutations'
import { signOut as endSession } from '#lib/auth/next-auth'
import { signedIn } from '#lib/auth/session'

export async function signOut(): Promise<void> {
  await endSession({ redirectTo: '/sign-in' })
}

/** Ends every session of whoever asks, this one too. */
export async function endOwnSessions(): Promise<void> {
  const { actor, person } = await signedIn()
  const ended = await endSessions(actor, person.id)
  if (!ended.ok) throw new Error(`Somebody could not end the own sessions: ${ended.reason}`)
  redirect('/sign-in')
}
