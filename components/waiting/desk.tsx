import type { EventOfDesk } from '#components/desk/desk-page'
import type { Actor } from '#lib/auth/actor'
import type { Locale } from '#lib/i18n/locales'
import type { WaitingRulesOf } from '#lib/rosters/queries/waiting'
import type { WaitingView } from '#lib/rosters/schema'

/** What the parts of the waiting list's screen share. */
export type WaitingDesk = {
  actor: Actor
  event: EventOfDesk
  rules: WaitingRulesOf
  view: WaitingView
  locale: Locale
}
