import { instantOf, localOf } from '#lib/events/policy/zone'

const DAY_MS = 86_400_000

/** How many days lie between two days, `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** A day so many days later; null stays null. */
export function shiftDay<Day extends string | null>(day: Day, days: number): Day {
  if (day === null) return day
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day
}

/** The same time of the clock so many days later, also where the clock was set forward or back in between. To the minute. */
export function shiftInstant(at: Date | null, days: number, timeZone: string): Date | null {
  const local = localOf(at, timeZone)
  return local ? instantOf(shiftDay(local.slice(0, 10), days) + local.slice(10), timeZone) : null
}
