import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import { hoursOf, type When } from '#lib/events/policy/hours'

export type CalendarEvent = When & {
  /** For ever the same, so that a changed event replaces itself in a calendar. */
  id: string
  /** Counts the changes: the higher one is the newer. */
  revision: number
  updatedAt: Date
  title: string
  description: string
  /** Venue, street, city and country, from the nearest to the farthest. */
  where: string[]
  url: string
}

/**
 * Events as an iCalendar file (RFC 5545). Where the hours are known it is from moment to moment, as every calendar shows by its reader's own clock;
 * else whole days, which are the same days in every time zone. `name` is that of a calendar one subscribes to.
 */
export function calendarFile(events: readonly CalendarEvent[], name?: string): string {
  const calendar = ical({
    prodId: { company: 'Serai', product: 'Events' },
    method: ICalCalendarMethod.PUBLISH,
    ...(name && { name: escaped(name), ttl: 12 * 3600 }),
  })
  for (const event of events) calendar.createEvent({ ...entry(event), status: ICalEventStatus.CONFIRMED })
  return calendar.toString()
}

type Party = { name: string; email: string }

/**
 * One event for one reader's calendar, as it rides along with a letter (RFC 5546). It is a REQUEST that the reader has accepted already, not a PUBLISH: mail
 * programs put a request into the calendar by themselves, replace it when the same id comes with a higher sequence, and take it out on CANCEL;
 * what is published they only offer to import, again and again. No reply is asked for, since nobody would read it: the registration is the answer.
 */
export function calendarInvitation({
  method,
  organizer,
  attendee,
  ...event
}: CalendarEvent & { method: 'REQUEST' | 'CANCEL'; organizer: Party; attendee: Party }): string {
  const calendar = ical({
    prodId: { company: 'Serai', product: 'Events' },
    method: ICalCalendarMethod[method],
  })
  calendar.createEvent({
    ...entry(event),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: quotable(organizer.name), email: organizer.email },
    attendees: [
      {
        name: quotable(attendee.name) || attendee.email,
        email: attendee.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  })
  return calendar.toString()
}

function entry(event: CalendarEvent): ICalEventData {
  return {
    id: event.id,
    sequence: event.revision,
    stamp: event.updatedAt,
    ...spanOf(event),
    summary: oneLine(event.title),
    description: [event.description, event.url].filter(Boolean).join('\n\n'),
    location: event.where.map(oneLine).filter(Boolean).join(', ') || null,
    url: event.url,
  }
}

/** The library counts by the clock of UTC as long as it knows no time zone, and writes that down: told one, it would take that clock for the process's. */
function spanOf(event: When): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  const hours = hoursOf(event)
  if (hours) return { start: hours.from, end: hours.until }
  // The end of whole days is the day after.
  return {
    allDay: true,
    start: midnight(event.startsOn),
    end: new Date(midnight(event.endsOn).getTime() + DAY_MS),
  }
}

const DAY_MS = 86_400_000
const midnight = (day: string) => new Date(`${day}T00:00:00Z`)
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A parameter's value has no way to write a quotation mark. */
const quotable = (name: string) => oneLine(name).replace(/["\\]/g, '’')

/** The library writes the calendar's own name as it is. */
const escaped = (text: string) => oneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`)
