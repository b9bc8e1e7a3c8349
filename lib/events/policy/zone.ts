/** What the clock of a zone shows at a moment, as a field for date and time has it: `2027-04-10T23:59`. Empty for none. */
export function localOf(at: Date | null, timeZone: string): string {
  return at ? new Date(at.getTime() + aheadOf(at, timeZone)).toISOString().slice(0, 16) : ''
}

/** The same with how far that clock is ahead of UTC, as ISO 8601 has it: `2027-04-10T23:59:00+06:00`. */
export function zonedOf(at: Date, timeZone: string): string {
  const minutes = Math.round(aheadOf(at, timeZone) / 60_000)
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return `${localOf(at, timeZone)}:00${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`
}

/**
 * The moment at which the clock of a zone shows a time; null when it is no time at all. Where clocks are set back and show
 * it twice, the first; where they are set forward and leave it out, as late as if they had not been.
 */
export function instantOf(local: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(local)) return null
  const wall = Date.parse(`${local.slice(0, 16)}:00Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== local.slice(0, 16)) return null
  // Nowhere is the clock further from UTC than a day, and it is set once in two: these are the offsets before and after.
  const before = aheadOf(new Date(wall - DAY_MS), timeZone)
  const after = aheadOf(new Date(wall + DAY_MS), timeZone)
  const fits = [before, after].map((ahead) => new Date(wall - ahead)).filter((at) => shows(at))
  return fits[0] ?? new Date(wall - before)

  function shows(at: Date): boolean {
    return at.getTime() + aheadOf(at, timeZone) === wall
  }
}

/** The moment a field means: unchanged it stays the very moment it was, also in an hour that the clock shows twice. */
export const keptInstant = (local: string, was: Date | null, timeZone: string): Date | null =>
  was && local.slice(0, 16) === localOf(was, timeZone) ? was : instantOf(local, timeZone)

const DAY_MS = 86_400_000

/** By how much the zone's clock is ahead of UTC at a moment, in milliseconds. */
function aheadOf(at: Date, timeZone: string): number {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en', { ...fields, second: 'numeric', hourCycle: 'h23', timeZone })
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}
