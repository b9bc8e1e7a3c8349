// Bundling makes several copies of this module in one process: they share what stands on globalThis.
const shared = globalThis as { seraiOutboxWaker?: (() => void) | undefined }

/**
 * Tells the worker that there may be something to send. May be called inside a transaction: the worker looks in a transaction of its own, which
 * queues up behind this one, so that it sees what was committed. A process without a worker tells nobody; the worker of another looks now and then.
 */
export const wakeOutbox = (): void => shared.seraiOutboxWaker?.()

export function onWake(wake: (() => void) | undefined): void {
  shared.seraiOutboxWaker = wake
}
