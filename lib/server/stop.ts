import type { Server } from 'node:http'
import type { Socket } from 'node:net'
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
  // Browsers open connections ahead of need; Node counts one that never spoke as busy.
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  let stopping = 0
  const onSignal = () => {
    if (!stopping) {
      stopping = Date.now()
      void stop(server, silent, log)
    } else if (Date.now() - stopping > 1000) process.exit(1)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

async function stop(server: Server, silent: ReadonlySet<Socket>, log: Logger): Promise<void> {
  log.info('stopping')
  const closed = new Promise((resolve) => server.close(resolve))
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  // close() lets go of idle connections once; one that answers its last request afterwards must not be kept either.
  const idle = setInterval(() => {
    server.closeIdleConnections()
    for (const socket of silent) if (socket.bytesRead === 0) socket.destroy()
  }, 100)
  await closed
  clearTimeout(impatient)
  clearInterval(idle)
  const results = await Promise.allSettled((globalThis.seraiClosers ?? []).map((close) => close()))
  for (const result of results) if (result.status === 'rejected') log.error({ error: result.reason }, 'closing failed')
  process.exit(0)
}
