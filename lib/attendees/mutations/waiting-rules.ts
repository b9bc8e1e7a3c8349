import 'server-only'
import { transaction } from '#db/client'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import type { WaitingRules } from '#lib/attendees/schema/waiting'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { stampOf } from '#lib/events/policy/stamp'
import { setupWaiting } from '#lib/events/queries/setup'

/**
 * Changes how free places get to those who wait. Where it is no more by hand, what is free goes to them at once. Offers that are open stay as they
 * are, and so does a seat held for a decision. `shown` stands for what the form showed. For organizers.
 */
export async function editWaitingRules(
  actor: Actor,
  eventId: string,
  rules: WaitingRules,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean; promoted: string[] }, { reason: 'not-found' | 'changed-meanwhile' }>> {
  return transaction(async (tx) => {
    const before = await setupWaiting(actor, eventId, tx)
    if (!before) return refuse('not-found')
    if (stampOf(before) !== shown) return refuse('changed-meanwhile')
    const change = difference(before, rules)
    if (Object.keys(change.after).length === 0) return done({ changed: false, promoted: [] })
    await edited(tx, actor, eventId, change, now, rules)
    return done({ changed: true, promoted: await promoteWaiting(tx, eventId, now) })
  })
}
