import { hasBegun } from '#lib/events/policy'
import { instantOf } from '#lib/events/policy/zone'

type Event = { startsOn: string; timeZone: string }

/** How many days before, at most. */
export const LONGEST_BEFORE = 365
const AT = '09:00'

/** The moment a reminder is due: at nine in the morning where the event takes place, so many days before its first. */
export function reminderAt({ startsOn, timeZone }: Event, daysBefore: number): Date {
  const day = new Date(Date.parse(`${startsOn}T12:00:00Z`) - daysBefore * 86_400_000).toISOString().slice(0, 10)
  return instantOf(`${day}T${AT}`, timeZone) as Date
}

/** Whether it is time: late ones count too, until the event begins. */
export const isDue = (event: Event, daysBefore: number, now: Date): boolean =>
  reminderAt(event, daysBefore) <= now && !hasBegun(event, now)
