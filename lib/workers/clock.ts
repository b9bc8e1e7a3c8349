import 'server-only'
import { releaseUnconfirmed } from '#lib/attendees/mutations/address'
import { expireOffers } from '#lib/attendees/mutations/offers'
import { promoteOwed } from '#lib/attendees/mutations/promote-rest'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { queueMailings } from '#lib/messages/mutations/mailings/queue'
import { queueReminders } from '#lib/messages/mutations/reminders'
import { repeat } from '#lib/workers/repeat'

const EVERY_MS = 20_000
const OFTEN_MS = 1000

/** What falls due by time alone. */
const DUE: Record<string, () => Promise<unknown>> = {
  'unconfirmed addresses': () => releaseUnconfirmed(),
  offers: () => expireOffers(),
  invitations: () => expireInvitations(),
  mailings: () => queueMailings(),
  reminders: () => queueReminders(),
}

/**
 * Does what falls due by time alone, within a minute of it and also what fell due while the server was down. Each by itself: one that fails holds up
 * no other. Answers a function that stops it.
 */
export function startClock(): () => Promise<void> {
  const stops = Object.entries(DUE).map(([name, work]) => repeat(`clock: ${name}`, EVERY_MS, work))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/** Moves up those who are still owed a place, soon after the act that freed it. Answers a function that stops it. */
export const startPromoter = (): (() => Promise<void>) => repeat('promoter', OFTEN_MS, () => promoteOwed())
