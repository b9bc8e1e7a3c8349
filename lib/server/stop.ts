import type { Server } from 'node:http'
import type { Logger } from 'pino'

declare global {
  /** What must be ended in order before the process goes: workers, the database. Filled by instrumentation.ts. */
  var seraiClosers: (() => Promise<void>)[] | undefined
}

const PATIENCE_MS = 10_000

/**
 * On SIGTERM or Ctrl-C: no new requests, the running ones end (for ten seconds at most), then everything is closed.
 * A terminal and npm both pass Ctrl-C on, so that signals within a second are one wish; a later one forces.
 */
export function stopOnSignals(server: Server, log: Logger): void {
  let stopping = 0
  const onSignal = () => {
    if (!stopping) {
      stopping = Date.now()
      void stop(server, log)
    } else if (Date.now() - stopping > 1000) process.exit(1)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

async function stop(server: Server, log: Logger): Promise<void> {
  log.info('stopping')
  const closed = new Promise((resolve) => server.close(resolve))
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  // close() lets go of idle connections once; one that answers its last request afterwards must not be kept either.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await closed
  clearTimeout(impatient)
  clearInterval(idle)
  const results = await Promise.allSettled((globalThis.seraiClosers ?? []).map((close) => close()))
  for (const result of results) if (result.status === 'rejected') log.error({ error: result.reason }, 'closing failed')
  process.exit(0)
}
