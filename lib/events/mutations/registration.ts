import 'server-only'
import { transaction } from '#db/client'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { stampOf } from '#lib/events/policy/stamp'
import { keptInstant } from '#lib/events/policy/zone'
import { setupRegistration } from '#lib/events/queries/setup'
import type { RegistrationRules } from '#lib/events/schema/edit/registration'

/** Changes when and how people register. The times typed are those of the event's clock. `shown` stands for what the form showed. For organizers. */
export async function editRegistration(
  actor: Actor,
  eventId: string,
  form: RegistrationRules,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' | 'changed-meanwhile' | 'order' }>> {
  return transaction(async (tx) => {
    const before = await setupRegistration(actor, eventId, tx)
    if (!before) return refuse('not-found')
    if (stampOf(before) !== shown) return refuse('changed-meanwhile')
    const { timeZone, ...was } = before
    const next = {
      ...form,
      opensAt: keptInstant(form.opensAt, was.opensAt, timeZone),
      closesAt: keptInstant(form.closesAt, was.closesAt, timeZone),
      freezesAt: keptInstant(form.freezesAt, was.freezesAt, timeZone),
    }
    if (next.opensAt && next.closesAt && next.opensAt >= next.closesAt) return refuse('order')
    const change = difference(comparable(was), comparable(next))
    const changed = Object.keys(change.after).length > 0
    if (changed) await edited(tx, actor, eventId, change, now, next)
    return done({ changed })
  })
}

/** Moments as text: two Dates of one moment are not the same. */
const comparable = <Rules extends Record<'opensAt' | 'closesAt' | 'freezesAt', Date | null>>(rules: Rules) => ({
  ...rules,
  opensAt: rules.opensAt?.toISOString() ?? null,
  closesAt: rules.closesAt?.toISOString() ?? null,
  freezesAt: rules.freezesAt?.toISOString() ?? null,
})
