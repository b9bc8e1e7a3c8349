import { hasEnded } from '#lib/events/policy'
import { instantOf, localOf } from '#lib/events/policy/zone'

type Event = { endsOn: string; timeZone: string }

/** The moment that a field means, or why an invitation cannot stand until then: it must be to come, and before the event is over. */
export function untilOf(
  local: string,
  event: Event,
  now: Date,
): { ok: true; at: Date } | { ok: false; code: 'moment' | 'past' | 'after-event' } {
  const at = instantOf(local, event.timeZone)
  if (!at) return { ok: false, code: 'moment' }
  if (at <= now) return { ok: false, code: 'past' }
  return hasEnded(event, at) ? { ok: false, code: 'after-event' } : { ok: true, at }
}

const DAY_MS = 86_400_000
const USUAL_DAYS = 14

/** What the field says at first: the end of the day in two weeks, or of the event's last day where that is sooner. */
export function usualUntil(event: Event, now: Date): string {
  const later = localOf(new Date(now.getTime() + USUAL_DAYS * DAY_MS), event.timeZone).slice(0, 10)
  const [sooner] = [later, event.endsOn].sort()
  return `${sooner}T23:59`
}
