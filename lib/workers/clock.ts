import 'server-only'
import { releaseUnconfirmed } from '#lib/attendees/mutations/address'
import { expireOffers } from '#lib/attendees/mutations/offers'
import { repeat } from '#lib/workers/repeat'

const EVERY_MS = 20_000

/** Does what falls due by time alone, within a minute of it and also what fell due while the server was down. Answers a function that stops it. */
export const startClock = (): (() => Promise<void>) =>
  repeat('clock', EVERY_MS, async () => {
    await releaseUnconfirmed()
    await expireOffers()
  })
