import 'server-only'
import { consentsOf } from '#lib/attendees/queries/one'
import type { Actor } from '#lib/auth/actor'

/** The participant's own consents, the latest first. */
export async function ownConsents(actor: Actor) {
  return actor.kind === 'participant' ? (await consentsOf(actor.attendeeId)).reverse() : []
}
