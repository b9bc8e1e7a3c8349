import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'

/** The person invited says no, by the link of the letter; what was held goes to those who wait. Saying it again changes nothing. */
export async function declineInvitation(
  _actor: Actor,
  _token: string,
  _now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  return refuse('not-found')
}
