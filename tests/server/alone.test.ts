import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { letStandAlone, mayStandAlone, withoutFramework } from '#lib/server/alone'
import { ENHANCE_EDITION, enhancement } from '#lib/server/enhance'

const FRAMEWORK =
  '<link rel="preload" as="script" href="/_next/a.js"/><script src="/_next/static/a.js" async=""></script><script nonce="n">self.__next_f.push([1,"\\u003cp>"])</script>'
const OWN = '<script type="module" src="/enhance/1/page.js" nonce="n" data-alone="true"></script>'
const DATA = '<script type="application/ld+json" nonce="n">{"a":"\\u003c"}</script>'

describe('a page that stands alone', () => {
  it('keeps its own script and its data, and loses the framework', () =>
    expect(withoutFramework(`<p>x</p>${FRAMEWORK}${DATA}${OWN}`)).toBe(`<p>x</p>${DATA}${OWN}`))

  it('control: one that does not say so keeps everything', () =>
    expect(withoutFramework(`<p>x</p>${FRAMEWORK}${DATA}`)).toBe(`<p>x</p>${FRAMEWORK}${DATA}`))

  it('keeps everything where parts of it come by script', () => {
    const streamed = `${FRAMEWORK}${OWN}<script>$RC("B:0","S:0")</script>`
    expect(withoutFramework(streamed)).toBe(streamed)
  })

  it('is not what people write: their words are escaped', () => {
    const typed = `<p>&lt;script data-alone=&gt;</p>${FRAMEWORK}`
    expect(withoutFramework(typed)).toBe(typed)
  })

  it.each([
    ['/', true],
    ['/e/x', true],
    ['/e/x/register', true],
    ['/i/token', true],
    ['/ex', false],
    ['/r/token', false],
    ['/r/token/edit', true],
    ['/r/token/data', false],
    ['/desk', false],
    ['/_next/static/a.js', false],
  ])('may be %s: %s', (path, may) => expect(mayStandAlone(path)).toBe(may))
})

describe('on the way out', () => {
  let close = () => {}
  afterEach(() => close())
  const answering = async (answer: RequestListener) => {
    const server = createServer((request, response) => {
      letStandAlone(request, response)
      answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    close = () => server.close()
    return `http://localhost:${(server.address() as AddressInfo).port}/`
  }
  const page = `<p>${'long '.repeat(400)}ы</p>${FRAMEWORK}${OWN}`

  it('a page written in parts comes whole, without the framework, compressed', async () => {
    const address = await answering((request, response) => {
      expect(request.headers['accept-encoding']).toBeUndefined()
      expect(request.headers.rsc).toBeUndefined()
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      response.flushHeaders()
      const bytes = Buffer.from(page)
      // A letter of two bytes is cut in the middle.
      const cut = bytes.indexOf(Buffer.from('ы')) + 1
      response.write(bytes.subarray(0, cut))
      response.write(bytes.subarray(cut), () => {})
      response.end()
    })
    const answer = await fetch(address, { headers: { rsc: '1' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(await answer.text()).toBe(withoutFramework(page))
  })

  it('uncompressed for those who cannot', async () => {
    const address = await answering((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(page)
    })
    const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toBe(withoutFramework(page))
  })

  it('a page that failed keeps the framework, which shows it', async () => {
    const address = await answering((_, response) => {
      response.writeHead(500, 'Oops', { 'content-type': 'text/html' })
      response.end(page)
    })
    const answer = await fetch(address)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toBe(page)
  })

  it('redirects, empty answers and pictures go as they are', async () => {
    const picture = Buffer.from([0, 255, 128, 1])
    const address = await answering((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(304).end()
      response.writeHead(request.url === '/?to' ? 303 : 200, { location: '/x', 'content-type': 'image/png' })
      response.end(picture, () => {})
    })
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(304)
    const redirect = await fetch(`${address}?to`, { redirect: 'manual' })
    expect([redirect.status, redirect.headers.get('location')]).toEqual([303, '/x'])
    expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(picture)
  })
})

describe('the scripts of pages that stand alone', () => {
  it('are plain JavaScript, without types', () => {
    const script = enhancement('institution.js') ?? ''
    expect(script).toContain("customElements.define('institution-choice'")
    expect(script).not.toMatch(/: string|interface |import type/)
  })
  it('are those of one folder', () => {
    for (const name of ['../enhance.js', 'nothing.js', '__proto__', '']) expect(enhancement(name)).toBeUndefined()
    expect(ENHANCE_EDITION).toMatch(/^[0-9a-f]{10}$/)
  })
})
