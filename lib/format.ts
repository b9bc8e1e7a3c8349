import type { Locale } from '#lib/i18n/locales'

/**
 * Dates and numbers for people, on the server only: browsers carry less language data, and what they would print differs.
 * Days are `YYYY-MM-DD` in the event's own time zone; instants are Dates and are always shown in a named time zone.
 */

/** `23–24 April 2027`, `23 April – 2 May 2027`. */
export function days(startsOn: string, endsOn: string, locale: Locale): string {
  const format = formatter(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.formatRange(noon(startsOn), noon(endsOn)).replace(/\u2009/g, '')
}

/** `Wednesday and Thursday`; of longer events the first and the last: `Wednesday to Sunday` is left to the caller's words. */
export function weekdays(
  startsOn: string,
  endsOn: string,
  locale: Locale,
): { first: string; last: string; count: number } {
  const format = formatter(locale, { weekday: 'long', timeZone: 'UTC' })
  const count = Math.round((noon(endsOn).getTime() - noon(startsOn).getTime()) / 86_400_000) + 1
  return { first: format.format(noon(startsOn)), last: format.format(noon(endsOn)), count }
}

/** `10 April 2027, 23:59` in the time zone. */
export function instant(at: Date, timeZone: string, locale: Locale): string {
  return formatter(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at)
}

/** `10 Apr, 23:59` in the time zone; with the year where it is not the present one. */
export function shortInstant(at: Date, timeZone: string, locale: Locale, now = new Date()): string {
  return formatter(locale, {
    day: 'numeric',
    month: 'short',
    ...(at.getUTCFullYear() === now.getUTCFullYear() ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at)
}

/** `10 Apr` in the time zone; with the year where it is not the present one. */
export function shortDay(at: Date, timeZone: string, locale: Locale, now = new Date()): string {
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? {} : ({ year: 'numeric' } as const)
  return formatter(locale, { day: 'numeric', month: 'short', ...year, timeZone }).format(at)
}

/** `09:00`, what the clock of the time zone shows. */
export const clock = (at: Date, timeZone: string, locale: Locale): string =>
  formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)

/** `UTC+6`, the zone's offset at that moment. */
export function offset(timeZone: string, at: Date): string {
  const parts = formatter('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC')
}

/** `1st`, `2-е`… is left to messages; this is the plain number: `1,250`, `1 250`. */
export const number = (value: number, locale: Locale) => new Intl.NumberFormat(locale).format(value)

/** The calendar day in the time zone, `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  // Days begin at a full minute in every zone, and in a rush the same minute is asked about again and again.
  const minute = Math.floor(at.getTime() / 60_000)
  const last = lastDays.get(timeZone)
  if (last?.minute === minute) return last.day
  const parts = formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value
  const day = `${part('year')}-${part('month')}-${part('day')}`
  lastDays.set(timeZone, { minute, day })
  return day
}

const lastDays = new Map<string, { minute: number; day: string }>()

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British order and a 24-hour clock: the readers are in Europe and Asia.
  const tag = locale === 'en' ? 'en-GB' : locale
  const key = tag + JSON.stringify(options)
  let format = formatters.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tag, options)
    formatters.set(key, format)
  }
  return format
}
