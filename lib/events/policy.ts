import { dayOf } from '#lib/format'

export type Window = { opensAt: Date | null; closesAt: Date | null; endsOn: string; timeZone: string }

/** Whether people may register at a moment: from `opensAt` on, until `closesAt`, and not after the event's last day. */
export function registrationState(event: Window, now: Date): 'not-yet' | 'open' | 'closed' {
  if (event.closesAt && now >= event.closesAt) return 'closed'
  if (hasEnded(event, now)) return 'closed'
  if (event.opensAt && now < event.opensAt) return 'not-yet'
  return 'open'
}

/** Whether the event's last day is over where it takes place. */
export const hasEnded = (event: Pick<Window, 'endsOn' | 'timeZone'>, now: Date): boolean =>
  dayOf(now, event.timeZone) > event.endsOn

/** Whether the event's first day has come where it takes place. */
export const hasBegun = (event: { startsOn: string; timeZone: string }, now: Date): boolean =>
  dayOf(now, event.timeZone) >= event.startsOn

export type Localized = { text: string; lang: string }

/**
 * Each text in the reader's language; where that is missing, in the event's main language, else in whichever there is.
 * `lang` tells in which language it came, so that the page can mark it.
 */
export function localized<Row extends { locale: string }>(
  rows: readonly Row[],
  locale: string,
  defaultLocale: string,
): { [Field in Exclude<keyof Row, 'locale'>]: Localized } {
  const order = [...rows].sort((a, b) => preference(a.locale) - preference(b.locale))
  const fields = Object.keys(rows[0] ?? {}).filter((key) => key !== 'locale') as Exclude<keyof Row, 'locale'>[]
  return Object.fromEntries(
    fields.map((field) => {
      const row = order.find((candidate) => candidate[field])
      return [field, { text: String(row?.[field] ?? ''), lang: row?.locale ?? defaultLocale }]
    }),
  ) as { [Field in Exclude<keyof Row, 'locale'>]: Localized }

  function preference(candidate: string): number {
    if (candidate === locale) return 0
    return candidate === defaultLocale ? 1 : 2
  }
}
