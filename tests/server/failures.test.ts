import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { failurePage, holdFailures } from '#lib/server/failures'

const EMPTY = '<!doctype html><html id="__next_error__"><head></head><body></body></html>'
const HTML = { 'content-type': 'text/html; charset=utf-8' }

let close = () => {}
afterEach(() => close())

/** A server whose framework answers so; what failed is answered by its status. Without `guarded` it is sent as it is. */
async function answering(framework: RequestListener, { guarded = true } = {}): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('x-fixed', 'ours')
    if (guarded) holdFailures(request, response, (status) => response.writeHead(status, HTML).end(`page of ${status}`))
    framework(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  close = () => server.close()
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

describe('an answer that its reader would see nothing of', () => {
  const empty =
    (status: number): RequestListener =>
    (_, response) => {
      // As Next with its compression does.
      response.writeHead(status, { ...HTML, 'content-encoding': 'gzip', 'x-fixed': 'theirs', link: '</a.js>' })
      response.flushHeaders()
      response.write(gzipSync(EMPTY), () => response.end())
    }

  it.each([404, 500, 503])('is another, whole one: %s', async (status) => {
    const answer = await fetch(await answering(empty(status)))
    expect([answer.status, await answer.text()]).toEqual([status, `page of ${status}`])
    const { headers } = answer
    expect([headers.get('x-fixed'), headers.get('content-encoding'), headers.get('link')]).toEqual(['ours', null, null])
  })

  it('control: without that it is empty', async () =>
    expect(await (await fetch(await answering(empty(404), { guarded: false }))).text()).toBe(EMPTY))

  it('has no body at all, and a browser asked for a page', async () => {
    const address = await answering((_, response) => response.writeHead(500).end())
    expect(await (await fetch(address, { headers: { accept: 'text/html,*/*' } })).text()).toBe('page of 500')
    expect(await (await fetch(address)).text()).toBe('')
  })
})

describe('every other answer', () => {
  it('goes out in the parts in which it comes', async () => {
    const answer = await fetch(
      await answering((_, response) => {
        response.writeHead(200, HTML)
        response.write('first')
        // The rest waits until the first is read.
        setTimeout(() => response.end('last'), 200)
      }),
    )
    const reader = answer.body?.getReader()
    const parts: string[] = []
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      parts.push(new TextDecoder().decode(part.value))
    expect(parts).toEqual(['first', 'last'])
  })

  it.each([
    [404, 'application/json'],
    [500, 'text/x-component'],
    [403, 'text/html'],
    [303, 'text/html'],
  ])('stays as it is: %s %s', async (status, type) => {
    const address = await answering((_, response) => response.writeHead(status, { 'content-type': type }).end('theirs'))
    const answer = await fetch(address, { redirect: 'manual', headers: { accept: 'text/html' } })
    expect([answer.status, await answer.text()]).toEqual([status, 'theirs'])
  })

  it('has no body when only its head was asked for', async () => {
    const address = await answering((_, response) => response.writeHead(404, HTML).end())
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(404)
  })
})

describe('the page of a failure', () => {
  const asked = {
    method: 'POST',
    headers: { cookie: 'a=b', 'x-nonce': 'n', 'next-action': 'x', 'content-length': '9' },
  }
  const rendered = (status: number, framework: (request: IncomingMessage, response: ServerResponse) => void) =>
    failurePage(
      async (request, response) => framework(request, response),
      { ...asked, socket: null } as never as IncomingMessage,
      { status, page: '/r/x?y' },
    )

  it('is asked for as its reader would, without what was sent', async () => {
    const page = await rendered(500, (request, response) => {
      expect([request.method, request.url]).toEqual(['GET', '/fault'])
      expect(request.headers).toEqual({ cookie: 'a=b', 'x-nonce': 'n', 'x-serai-page': '/r/x?y' })
      response.writeHead(200, { 'cache-control': 'no-store' })
      response.write('<h1>Something</h1>')
      response.end('<script>self.__next_f.push([])</script>')
    })
    expect(page).toEqual({ body: '<h1>Something</h1>', caching: 'no-store' })
  })

  it('is the framework’s own where there is no page', async () => {
    const page = await rendered(404, (request, response) => response.writeHead(404).end(request.url))
    expect(page?.body).toBe('/_not-found')
  })

  it('is none when it fails too', async () =>
    expect(await rendered(500, (_, response) => response.writeHead(500).end(EMPTY))).toBeUndefined())
})
