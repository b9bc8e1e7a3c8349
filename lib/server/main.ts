import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { env } from '#lib/env'
import { logger } from '#lib/log'
import { letStandAlone, mayStandAlone } from '#lib/server/alone'
import { answerFatally, answerPlainly } from '#lib/server/answer'
import { bodyLimit, limitBody } from '#lib/server/body'
import { failurePage, holdFailures } from '#lib/server/failures'
import { cacheControl, contentSecurityPolicy, fixedHeaders } from '#lib/server/headers'
import { mayChange } from '#lib/server/origin'
import { askedLanguage, keptLanguage, loggedPath, trustedHeaders } from '#lib/server/request'
import { stopOnSignals } from '#lib/server/stop'

/**
 * The HTTP server around Next. It stands between the network and every page: what reaches Next has a known address, a
 * known origin and a bounded body, and what leaves it has the fixed headers and one line in the log.
 */
const settings = env()
const log = logger('http')
const dev = process.env.NODE_ENV !== 'production'
const publicUrl = settings.urlGiven ? settings.url : undefined
const https = settings.url.startsWith('https:')

// next-auth reads these when it is loaded, which is after this.
process.env.AUTH_TRUST_HOST = 'true'
if (publicUrl) process.env.AUTH_URL = publicUrl

const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
  const began = performance.now()
  const path = request.url ?? '/'
  const method = request.method ?? 'GET'
  response.once('close', () => logRequest(method, path, response, began))
  const pathname = path.split('?', 1)[0] ?? '/'
  for (const [name, value] of Object.entries(fixedHeaders(pathname, https))) response.setHeader(name, value)
  if (!mayChange(method, request.headers, publicUrl)) return answerPlainly(response, 403)
  if (!limitBody(request, response, bodyLimit(method, pathname, request.headers['content-type']))) return
  request.headers = trustedHeaders(request.headers, {
    socketAddress: request.socket.remoteAddress,
    proxies: settings.proxies,
    publicUrl,
  })
  const language = askedLanguage(path)
  if (language) {
    request.headers['x-serai-language'] = language
    // A preview in another language leaves the desk in its own.
    const cookie = !pathname.startsWith('/desk/') && keptLanguage(language, method, request.headers.cookie, https)
    if (cookie) response.setHeader('Set-Cookie', cookie)
  }
  const built = pathname.startsWith('/_next/static/')
  if (!built) setPolicy(request, response)
  chooseCaching(response, path, method)
  if (mayStandAlone(pathname)) letStandAlone(request, response)
  // The development server shows what failed by script.
  if (!dev && !built) holdFailures(request, response, (status) => void answerFailure(request, response, status, path))
  void answer(request, response)
})

// A client that sends slowly on purpose is let go; a phone on weak Wi-Fi is not, nor any of a thousand that come at once: the last to be read waits long.
server.headersTimeout = 60_000
server.requestTimeout = 120_000
server.keepAliveTimeout = 65_000
if (!dev) server.timeout = 120_000

server.once('error', (error: NodeJS.ErrnoException) => {
  console.error(startError(error))
  process.exit(1)
})
// Node takes in one connection per turn of its loop, and turns are long in a rush. Whom the queue before it has no room for is reset by the system after some
// 15 seconds; its usual length is 511. The system may cap it (net.core.somaxconn).
server.listen({ port: settings.port, host: settings.host, backlog: 4096 })
const ready = prepareNext()
stopOnSignals(server, log)
await ready
console.log(`Serai listens at ${settings.url}`)

async function prepareNext() {
  const { default: next } = await import('next')
  const app = next({ dev, port: settings.port, httpServer: server })
  await app.prepare()
  return app.getRequestHandler()
}

/** A request that comes early waits for Next. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const handle = await ready
    await handle(request, response)
  } catch (error) {
    log.error({ error, reference: request.headers['x-serai-reference'] }, 'a request failed outside a page')
    if (response.headersSent) response.destroy()
    else answerFatally(response, String(request.headers['x-serai-reference'] ?? ''))
  }
}

/** The page that says what happened in place of Next's empty one; plain words where even that fails. */
async function answerFailure(request: IncomingMessage, response: ServerResponse, status: number, path: string) {
  // It becomes a link.
  const page = /^\/(?![/\\])/.test(path) ? path : '/'
  const reference = String(request.headers['x-serai-reference'] ?? '')
  try {
    const answer = await failurePage(await ready, request, { status, page })
    if (!answer) return answerFatally(response, reference)
    response.statusCode = status
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', answer.caching)
    response.end(answer.body)
  } catch (error) {
    log.error({ error, reference }, 'the page of a failure failed')
    answerFatally(response, reference)
  }
}

/**
 * A nonce of its own for every page: Next finds it in the request and gives it to its scripts, pages find it as `x-nonce`. And a reference, by which a failure
 * stands in the log.
 */
function setPolicy(request: IncomingMessage, response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, { https, dev })
  const reference = randomBytes(4).toString('hex')
  Object.assign(request.headers, {
    'content-security-policy': policy,
    'x-nonce': nonce,
    'x-serai-reference': reference,
  })
  response.setHeader('Content-Security-Policy', policy)
}

/** Next decides on caching while it renders, so its word is changed on the way out. */
function chooseCaching(response: ServerResponse, path: string, method: string): void {
  const [pathname = '', query] = path.split('?')
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) =>
    setHeader(
      name,
      name.toLowerCase() === 'cache-control' ? cacheControl({ pathname, query }, method, String(value)) : value,
    )
}

function logRequest(method: string, url: string, response: ServerResponse, began: number): void {
  const level = url.startsWith('/_next/') ? 'debug' : 'info'
  const record = {
    method,
    path: loggedPath(url),
    status: response.statusCode,
    ms: Math.round(performance.now() - began),
  }
  log[level](response.writableFinished ? record : { ...record, aborted: true }, 'request')
}

function startError(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${settings.port} is in use by another program. Stop that one, or choose another: PORT=3001`
  if (error.code === 'EACCES')
    return `Port ${settings.port} needs special rights here. Choose one above 1023: PORT=3000`
  return `The server could not start: ${error.message}`
}
