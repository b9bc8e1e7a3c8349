import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyLimit, limitBody } from '#lib/server/body'

const LIMIT = 1000
let server: Server
let read = 0

beforeAll(async () => {
  server = createServer((incoming, response) => {
    if (limitBody(incoming, response, LIMIT)) void echoLength(incoming, response)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
})
afterAll(() => server.close())

async function echoLength(incoming: IncomingMessage, response: ServerResponse) {
  read = 0
  // Late, as Next is: nothing may be lost until somebody reads.
  await new Promise((resolve) => setTimeout(resolve, 20))
  try {
    for await (const chunk of incoming) read += (chunk as Buffer).length
    response.end(String(read))
  } catch {
    // The refusal cuts the request off, which whoever reads it then learns.
  }
}

/** Sends the chunks, with a length when it is told, and gives what came back. */
function send(chunks: string[], length?: number): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = length === undefined ? {} : { 'content-length': length }
    const outgoing = request({ port: (server.address() as AddressInfo).port, method: 'POST', headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('close', () => resolve({ status: response.statusCode, text }))
    })
    outgoing.on('error', reject)
    for (const chunk of chunks) outgoing.write(chunk)
    outgoing.end()
  })
}

test('a body of a told length within the limit arrives', async () => {
  expect(await send(['x'.repeat(LIMIT)], LIMIT)).toEqual({ status: 200, text: '1000' })
})

test('a body whose told length is above it is refused before it is read', async () => {
  expect((await send(['x'.repeat(LIMIT + 1)], LIMIT + 1)).status).toBe(413)
})

test('a body without a told length arrives up to the limit', async () => {
  expect(await send(['x'.repeat(400), 'x'.repeat(600)])).toEqual({ status: 200, text: '1000' })
})

test('a body without a told length is refused when it has grown too long', async () => {
  expect((await send(['x'.repeat(600), 'x'.repeat(600)])).status).toBe(413)
  expect(read).toBeLessThanOrEqual(LIMIT)
})

const MB = 1024 * 1024
test.each([
  ['POST', '/e/a/register', 'multipart/form-data; boundary=x', 12],
  ['POST', '/r/token', 'multipart/form-data; boundary=x', 12],
  ['POST', '/desk/a/setup/look', 'multipart/form-data; boundary=x', 12],
  ['POST', '/e/a/register', 'text/plain;charset=UTF-8', 2],
  ['POST', '/e/a/register', undefined, 2],
  ['PUT', '/desk/a', 'multipart/form-data; boundary=x', 2],
  ['POST', '/sign-in', 'multipart/form-data; boundary=x', 2],
  ['POST', '/api/auth/session', 'multipart/form-data; boundary=x', 2],
  ['POST', '/everything', 'multipart/form-data; boundary=x', 2],
])('%s %s as %s may have %i MB', (method, path, type, limit) => {
  expect(bodyLimit(method, path, type)).toBe(limit * MB)
})
