import type { Instrumentation } from 'next'

/** Starts the workers beside the server; the HTTP server stops them when it ends. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWorkers } = await import('#lib/workers/start')
  startWorkers()
}

/**
 * Bugs are logged with the reference that the reader sees, without anything the request carried: Next's own where a page that is open shows it, else the request's
 * (lib/server/main.ts).
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logger } = await import('#lib/log')
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  const reference = request.headers['x-serai-reference']
  logger('request').error(
    { err: error, reference, digest, method: request.method, route: context.routePath, kind: context.routeType },
    'a request failed',
  )
}
