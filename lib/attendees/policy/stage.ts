import type { AttendeeStatus } from '#db/enums'
import { hasEnded, registrationState, type Window } from '#lib/events/policy'

type Freezing = { freezesAt: Date | null; endsOn: string; timeZone: string }

/** Whether changes by participants are over: from the freeze date on, and after the event's last day. */
export const isFrozen = (event: Freezing, now: Date): boolean =>
  (event.freezesAt !== null && now >= event.freezesAt) || hasEnded(event, now)

/** Whether somebody may answer what is asked once the place is secured. Those who wait are asked when they have a place. */
export function mayAnswer(status: AttendeeStatus, event: Freezing, now: Date): 'yes' | 'frozen' | 'not-possible' {
  if (status !== 'confirmed') return 'not-possible'
  return isFrozen(event, now) ? 'frozen' : 'yes'
}

/** Whether somebody may change the own data: whoever takes part or would like to. */
export function mayEdit(status: AttendeeStatus, event: Freezing, now: Date): 'yes' | 'frozen' | 'not-possible' {
  if (status === 'cancelled' || status === 'declined') return 'not-possible'
  return isFrozen(event, now) ? 'frozen' : 'yes'
}

type Returning = { status: AttendeeStatus; cancelledBy: string | null }

/**
 * Whether somebody who gave the place up may register again: while registration is open, like everybody else. What organizers decided stands, and whose
 * address was never confirmed registers anew.
 * @param cancelledBy what kind of actor cancelled last
 */
export function mayReturn(
  { status, cancelledBy }: Returning,
  event: Window & { status: string },
  now: Date,
): 'yes' | 'closed' | 'not-yet' | 'not-possible' {
  if (status !== 'cancelled' || cancelledBy !== 'participant' || event.status !== 'published') return 'not-possible'
  const state = registrationState(event, now)
  return state === 'open' ? 'yes' : state
}
