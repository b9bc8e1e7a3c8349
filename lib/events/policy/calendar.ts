import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type CalendarEvent = {
  /** For ever the same, so that a changed event replaces itself in a calendar. */
  id: string
  /** Counts the changes: the higher one is the newer. */
  revision: number
  updatedAt: Date
  /** First and last day where it takes place, `YYYY-MM-DD`. */
  startsOn: string
  endsOn: string
  title: string
  description: string
  /** Venue, street, city and country, from the nearest to the farthest. */
  where: string[]
  url: string
}

/**
 * Events as an iCalendar file (RFC 5545). They are whole days, which are the same days in every time zone: their hours are
 * in the programme. `name` is that of a calendar one subscribes to.
 */
export function calendarFile(events: readonly CalendarEvent[], name?: string): string {
  const calendar = ical({
    prodId: { company: 'Serai', product: 'Events' },
    method: ICalCalendarMethod.PUBLISH,
    ...(name && { name: escaped(name), ttl: 12 * 3600 }),
  })
  for (const event of events)
    calendar.createEvent({
      id: event.id,
      sequence: event.revision,
      stamp: event.updatedAt,
      allDay: true,
      // Midnights of UTC, by whose clock the library counts as long as it knows no time zone. The end is the day after.
      start: midnight(event.startsOn),
      end: new Date(midnight(event.endsOn).getTime() + DAY_MS),
      summary: oneLine(event.title),
      description: [event.description, event.url].filter(Boolean).join('\n\n'),
      location: event.where.map(oneLine).filter(Boolean).join(', ') || null,
      url: event.url,
      status: ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}

const DAY_MS = 86_400_000
const midnight = (day: string) => new Date(`${day}T00:00:00Z`)
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The library writes the calendar's own name as it is. */
const escaped = (text: string) => oneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`)
