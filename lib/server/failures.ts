import { IncomingMessage, ServerResponse } from 'node:http'
import { withoutScripts } from '#lib/server/alone'
import { callLater, holdBack, takeHead } from '#lib/server/whole'

/**
 * A page that is not there, or that failed, Next leaves to its script: the document it sends is empty, and so is what a route handler that failed sends. Such an
 * answer is dropped, and `instead` is called with its status when Next has ended it. Every other goes out as it comes.
 */
export function holdFailures(request: IncomingMessage, response: ServerResponse, instead: (status: number) => void) {
  const { write, end, writeHead, flushHeaders } = response as unknown as Record<Method, Call>
  const given = Object.entries(response.getHeaders())
  let held: boolean | undefined
  const isHeld = () => {
    held ??= isFailure(request, response)
    return held
  }
  response.flushHeaders = () => {
    if (!isHeld()) Reflect.apply(flushHeaders, response, [])
  }
  response.writeHead = ((status: number, ...rest: never[]) => {
    takeHead(response, status, rest)
    return isHeld() ? response : Reflect.apply(writeHead, response, [status, ...rest])
  }) as typeof writeHead
  response.write = ((...args: unknown[]) => {
    if (!isHeld()) return Reflect.apply(write, response, args)
    callLater(args)
    return true
  }) as typeof write
  response.end = ((...args: unknown[]) => {
    if (!isHeld()) return Reflect.apply(end, response, args)
    // As it was before Next and its compression had a hand in it.
    Object.assign(response, { write, end, writeHead, flushHeaders })
    for (const name of response.getHeaderNames()) if (name !== 'set-cookie') response.removeHeader(name)
    for (const [name, value] of given) if (value !== undefined) response.setHeader(name, value)
    instead(response.statusCode)
    return response
  }) as typeof end
}

type Method = 'write' | 'end' | 'writeHead' | 'flushHeaders'
// Called upon the response, so that none is bound to anything.
type Call = (...args: unknown[]) => never

function isFailure({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  if (method === 'HEAD' || (response.statusCode !== 404 && response.statusCode < 500)) return false
  return String(response.getHeader('content-type') ?? headers.accept).includes('text/html')
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Page = { body: string; caching: string }

/** What a page needs to know of its reader. */
const KEPT = /^(host|cookie|accept-language|content-security-policy|x-.*)$/
/** No page of ours: for such a one Next renders app/not-found.tsx on the server, since nothing throws. */
const NO_PAGE = '/_not-found'

/** The page for a status of the request for `page`, whole, without script; undefined when even that fails. */
export async function failurePage(
  handle: Handle,
  request: IncomingMessage,
  { status, page }: { status: number; page: string },
): Promise<Page | undefined> {
  const again = new IncomingMessage(request.socket)
  const kept = Object.entries(request.headers).filter(([name]) => KEPT.test(name))
  Object.assign(again, { method: 'GET', url: status === 404 ? NO_PAGE : '/fault', complete: true })
  again.headers = { ...Object.fromEntries(kept), 'x-serai-page': page }
  again.push(null)
  const answered = new ServerResponse(again)
  const body = new Promise<Buffer>((resolve) => {
    holdBack(answered, (whole) => {
      resolve(whole)
      // Next waits for both.
      process.nextTick(() => {
        answered.emit('finish')
        answered.emit('close')
      })
    })
  })
  await Promise.race([handle(again, answered), body])
  if (answered.statusCode !== (status === 404 ? 404 : 200)) return undefined
  const caching = String(answered.getHeader('cache-control') ?? 'no-store')
  return { body: withoutScripts((await body).toString()), caching }
}
