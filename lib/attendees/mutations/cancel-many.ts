import 'server-only'
import { savepoint, transaction } from '#db/client'
import { cancelNow } from '#lib/attendees/mutations/cancel'
import type { Many } from '#lib/attendees/mutations/decide'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { mayFollow } from '#lib/attendees/policy'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

type Refusal = { reason: 'not-found' | 'not-possible' }

/**
 * Cancels the registrations of many, each or not at all, with one reason that all are told; then the places go to those who wait, who are none of
 * these. For organizers.
 */
export async function cancelMany(
  actor: Actor,
  ids: readonly string[],
  reason: string,
  now = new Date(),
): Promise<Result<Many, { reason: 'not-found' | 'no-reason' }>> {
  if (actor.kind === 'participant') return refuse('not-found')
  if (reason.trim() === '') return refuse('no-reason')
  return transaction(async (tx) => {
    const many: Many = { decided: [], refused: [], promoted: [] }
    const touched = new Set<string>()
    for (const id of ids) {
      const result = await savepoint(tx, async (): Promise<Result<string, Refusal>> => {
        const attendee = await attendeeFor(tx, actor, id)
        if (!attendee) return refuse('not-found')
        if (!mayFollow('cancel', attendee.status)) return refuse('not-possible')
        await cancelNow(tx, actor, attendee, { reason, message: 'cancelled', verb: 'attendee.cancel' }, now)
        return done(attendee.eventId)
      })
      if (result.ok) {
        many.decided.push(id)
        touched.add(result.value)
      } else many.refused.push({ id, ...result })
    }
    for (const eventId of touched) many.promoted.push(...(await promoteWaiting(tx, eventId, now)))
    return done(many)
  })
}
