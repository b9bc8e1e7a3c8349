import type { AttendeeStatus } from '#db/enums'
import { hasEnded } from '#lib/events/policy'

type Freezing = { freezesAt: Date | null; endsOn: string; timeZone: string }

/** Whether changes by participants are over: from the freeze date on, and after the event's last day. */
export const isFrozen = (event: Freezing, now: Date): boolean =>
  (event.freezesAt !== null && now >= event.freezesAt) || hasEnded(event, now)

/** Whether somebody may answer what is asked once the place is secured. Those who wait are asked when they have a place. */
export function mayAnswer(status: AttendeeStatus, event: Freezing, now: Date): 'yes' | 'frozen' | 'not-possible' {
  if (status !== 'confirmed') return 'not-possible'
  return isFrozen(event, now) ? 'frozen' : 'yes'
}
