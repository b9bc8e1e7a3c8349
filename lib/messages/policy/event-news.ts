import { hoursOf, type When } from '#lib/events/policy/hours'
import { LOCALES } from '#lib/i18n/locales'

/** What the audit tells of an event. */
export type EventEntry = {
  verb: string
  at: Date
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** What stood in a field of the event before. */
export type Was = Readonly<Record<string, string | null>>

const PLACE_TEXTS = ['city', 'venue', 'address'] as const

const TIMES = ['startsOn', 'endsOn', 'startTime', 'endTime'] as const

/** What people make their way by: the days, the hours and the place. */
const FIELDS = [
  ...TIMES,
  ...(['timeZone', 'countryCode', 'onlineUrl'] as const),
  ...PLACE_TEXTS.flatMap((field) => LOCALES.map((locale) => `${field}-${locale}`)),
]

/** The fields of days, hours and place that read otherwise than at a moment, each with what it said then. */
export function changedSince(entries: readonly EventEntry[], since: Date, until: Date | null = null): Was {
  const edits = entries
    .filter(({ verb, at }) => verb === 'event.edit' && at > since && (!until || at <= until))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const fields = FIELDS.flatMap((field) => {
    const of = edits.filter(({ after }) => Object.hasOwn(after, field))
    const [was, is] = [said(of[0]?.before[field]), said(of.at(-1)?.after[field])]
    return was === is ? [] : [[field, was] as const]
  })
  return Object.fromEntries(fields)
}

/** The same without another time zone that moves nothing: the days stay the days, and hours may be the same by both clocks. `event` is as it is now. */
export function worthTelling(was: Was, event: When): Was {
  const moved = TIMES.some((field) => Object.hasOwn(was, field))
  const [old, now] = [hoursOf({ ...event, timeZone: was.timeZone ?? event.timeZone }), hoursOf(event)]
  const same = old?.from.getTime() === now?.from.getTime() && old?.until.getTime() === now?.until.getTime()
  if (moved || !same) return was
  const { timeZone: _, ...rest } = was
  return rest
}

const said = (value: unknown) => (typeof value === 'string' ? value : null)

/** Whoever is told that it takes place after all is told of the changes, too. */
const TELL_CHANGES = ['event.tell-change', 'event.tell-return']

/** When people were told of changes last, before a moment. */
export function toldOfChangeAt(entries: readonly EventEntry[], before: Date | null = null): Date | null {
  const times = entries
    .filter(({ verb, at }) => TELL_CHANGES.includes(verb) && (!before || at < before))
    .map(({ at }) => at.getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : null
}

/** Since when somebody knows the event as it is: the registration, or when all were told last. */
export const knownSince = (registeredAt: Date, toldAt: Date | null): Date =>
  toldAt && toldAt > registeredAt ? toldAt : registeredAt

/** Whether people were told that it does not take place, and it was not published since. */
export function isCalledOff(entries: readonly EventEntry[]): boolean {
  const [last] = entries
    .filter(({ verb }) => verb === 'event.publish' || verb === 'event.tell-cancelled')
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
  return last?.verb === 'event.tell-cancelled'
}

/** Whether people were told last that it does not take place, and not that it does after all. */
export function isReturnUntold(entries: readonly EventEntry[]): boolean {
  const [last] = entries
    .filter(({ verb }) => verb === 'event.tell-cancelled' || verb === 'event.tell-return')
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
  return last?.verb === 'event.tell-cancelled'
}

/** Whether it is the letter of that moment that tells people that it takes place after all. */
export const tellsReturn = (entries: readonly EventEntry[], at: Date | null): boolean =>
  entries.some((entry) => entry.verb === 'event.tell-return' && entry.at.getTime() === at?.getTime())

/** The texts of the event as they were. */
export function textsBefore<Row extends { locale: string; city: string; venue: string; address: string }>(
  rows: readonly Row[],
  was: Was,
): Row[] {
  return rows.map((row) => {
    const old = PLACE_TEXTS.flatMap((field) => {
      const key = `${field}-${row.locale}`
      return Object.hasOwn(was, key) ? [[field, was[key] ?? '']] : []
    })
    return { ...row, ...Object.fromEntries(old) }
  })
}
