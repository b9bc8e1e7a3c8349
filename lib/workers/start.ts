import 'server-only'
import { disconnect } from '#db/client'
import { startBroom } from '#lib/workers/broom'
import { startClock } from '#lib/workers/clock'
import { startOutbox } from '#lib/workers/outbox'

const shared = globalThis as typeof globalThis & { seraiClosers?: (() => Promise<void>)[] }

/** Starts what runs beside the pages. The server calls the closers, in order, before it exits. */
export function startWorkers(): void {
  shared.seraiClosers ??= []
  shared.seraiClosers.push(startOutbox(), startClock(), startBroom(), disconnect)
}
