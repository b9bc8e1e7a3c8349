import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'

/** Takes an open invitation back; the seats it held go to those who wait. For organizers. */
export async function withdrawInvitation(
  _actor: Actor,
  _id: string,
  _now = new Date(),
): Promise<Result<{ promoted: string[] }, { reason: 'not-found' | 'not-possible' }>> {
  return refuse('not-found')
}
