import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'

/** Sends an open invitation once more. Refused while the last letter is still on its way or young. For organizers. */
export async function resendInvitation(
  _actor: Actor,
  _id: string,
  _now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' | 'too-soon' }>> {
  return refuse('not-found')
}
