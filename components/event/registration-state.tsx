/**
 * How registration stands, for every place that says it: the cover, the dock, the list of events. Times are formatted
 * with their zone; `places` is left out where there is no limit.
 */
export type RegistrationState = {
  state: 'not-yet' | 'open' | 'full' | 'closed'
  /** The registration form. */
  href: string
  /** When it opens, for `not-yet`; when it closes, for `open` and `full`, or closed. */
  opens?: string
  closes?: string
  places?: EventPlaces
  /** Organizations have codes that work, also while there is no button. */
  codes?: boolean
  /** What stands by the button that leads nowhere yet: a preview has no form. */
  instead?: string
}

/** `held` seats are offered to somebody and not yet answered. */
export type EventPlaces = { capacity: number; taken: number; held?: number }
