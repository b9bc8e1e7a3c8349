import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'

/** Changes until when an open invitation stands. Refused with a moment that is past. For organizers. */
export async function changeExpiry(
  _actor: Actor,
  _id: string,
  _expiresAt: Date,
  _now = new Date(),
): Promise<Result<undefined, { reason: 'not-found' | 'not-possible' }>> {
  return refuse('not-found')
}
