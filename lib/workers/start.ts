import 'server-only'
import { disconnect } from '#db/client'
import { startBroom } from '#lib/workers/broom'
import { startClock, startPromoter } from '#lib/workers/clock'
import { startOutbox } from '#lib/workers/outbox'

const shared = globalThis as typeof globalThis & { seraiClosers?: (() => Promise<void>)[] }

/** Starts what runs beside the pages. The server calls the closers before it exits; the database is closed when the workers have written their last. */
export function startWorkers(): void {
  const stops = [startOutbox(), startClock(), startPromoter(), startBroom()]
  shared.seraiClosers ??= []
  shared.seraiClosers.push(async () => {
    await Promise.allSettled(stops.map((stop) => stop()))
    await disconnect()
  })
}
