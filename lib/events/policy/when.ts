import { createTranslator } from 'next-intl'
import { hoursOf, type When } from '#lib/events/policy/hours'
import { clock, days, offset, weekdays } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

/** From when to when by the event's clock: `Friday 09:00 – Saturday 17:30, local time (UTC+6)`. Empty of one that is whole days. */
export function hoursInWords(event: When, locale: Locale): string {
  const hours = hoursOf(event)
  if (!hours) return ''
  const { timeZone } = event
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'event.clock' })
  const { first, last, count } = weekdays(event.startsOn, event.endsOn, locale)
  const [zone, after] = [offset(timeZone, hours.from), offset(timeZone, hours.until)]
  // Where the clock is set in between, each time has its own distance from UTC.
  const key = `${count === 1 ? 'one' : 'many'}${zone === after ? 'Hours' : 'Shift'}` as const
  const words = t(key, {
    ...{ first, last, zone, after },
    from: clock(hours.from, timeZone, locale),
    until: clock(hours.until, timeZone, locale),
  })
  // A line does not end between a day and its time.
  return words.replace(/ (?=[\d(])/g, '\u00a0')
}

/** The weekdays, or the hours where they are known, and by which clock. */
export function clockInWords(event: When, locale: Locale): string {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'event.clock' })
  const { first, last, count } = weekdays(event.startsOn, event.endsOn, locale)
  const zone = offset(event.timeZone, new Date(`${event.startsOn}T06:00:00Z`))
  const words =
    hoursInWords(event, locale) || t(count === 1 ? 'one' : count === 2 ? 'two' : 'many', { first, last, zone })
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}

/** All in one line: `23–24 April 2027 · Friday 09:00 – Saturday 17:30, local time (UTC+6)`; of whole days the days alone. */
export const whenInWords = (event: When, locale: Locale): string =>
  [days(event.startsOn, event.endsOn, locale), hoursInWords(event, locale)].filter(Boolean).join(' · ')
