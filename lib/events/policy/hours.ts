import { instantOf } from '#lib/events/policy/zone'

/** The days of an event, and the times of its clock at which it begins on the first and ends on the last; both or neither. */
export type When = {
  startsOn: string
  endsOn: string
  startTime: string | null
  endTime: string | null
  timeZone: string
}

/** The moments at which an event begins and ends; null of one that is whole days. */
export function hoursOf({ startsOn, endsOn, startTime, endTime, timeZone }: When): { from: Date; until: Date } | null {
  if (startTime === null || endTime === null) return null
  const from = instantOf(`${startsOn}T${startTime}`, timeZone)
  const until = instantOf(`${endsOn}T${endTime}`, timeZone)
  return from && until && { from, until }
}

/** Whether it ends after it begins. Moments are compared, not times of the clock, of which a night in spring leaves some out. */
export function endsAfterBegin(event: When): boolean {
  const hours = hoursOf(event)
  return !hours || hours.from < hours.until
}
