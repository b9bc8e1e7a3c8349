import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { holdBack } from '#lib/server/whole'

const compress = promisify(gzip)

/** Pages that may stand without the framework's script; whether one does, its HTML says. */
export const mayStandAlone = (pathname: string) => /^\/($|[ei]\/|r\/[^/]+\/(questions|edit)$)/.test(pathname)

/**
 * A page that works as plain HTML and brings a small script of its own (`<Enhance alone>`) without the framework's scripts and the data they wake the page
 * with: 150 kB that its readers have no use for. Others are left as they are, and so is one that streams parts of itself by script.
 */
export function withoutFramework(html: string): string {
  return /<script\b[^>]* data-alone=/.test(html) ? withoutScripts(html) : html
}

/** The same of a page that has no script of its own; one that streams parts of itself keeps all. */
export function withoutScripts(html: string): string {
  if (html.includes('$RC(')) return html
  return html
    .replace(/<script\b([^>]*)>[^<]*<\/script>/g, (script, attributes: string) =>
      / data-alone=| type="application\/ld\+json"/.test(attributes) ? script : '',
    )
    .replace(/<link rel="preload" as="script"[^>]*>/g, '')
}

/** Holds back what is answered until it is whole, takes the framework out of it where it may, and sends it compressed. */
export function letStandAlone(request: IncomingMessage, response: ServerResponse): void {
  const zipped = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
  delete request.headers['accept-encoding']
  // Asked for as data, to be shown within a page that is there: the document is the answer, and the framework opens it.
  delete request.headers.rsc
  const end = response.end.bind(response)
  holdBack(response, (whole, ended) => {
    send(response, whole, zipped).then(
      (body) => {
        restore(response)
        end(body, ended)
      },
      () => response.destroy(),
    )
  })
}

/** The methods of the class again, instead of ours. */
function restore(response: ServerResponse): void {
  for (const method of ['write', 'end', 'writeHead', 'flushHeaders'] as const) Reflect.deleteProperty(response, method)
}

const SMALLEST = 1024

async function send(response: ServerResponse, whole: Buffer, zipped: boolean): Promise<Buffer> {
  const html = String(response.getHeader('content-type') ?? '').startsWith('text/html')
  const body = html && response.statusCode < 500 ? Buffer.from(withoutFramework(whole.toString())) : whole
  if (whole.length === 0 || response.hasHeader('content-encoding')) return whole
  response.removeHeader('content-length')
  const text = /^(text\/|image\/svg|application\/(json|xml))/.test(String(response.getHeader('content-type') ?? ''))
  if (!zipped || !text || body.length < SMALLEST) return body
  const small = await compress(body)
  response.setHeader('content-encoding', 'gzip')
  if (!/accept-encoding/i.test(String(response.getHeader('vary')))) response.appendHeader('vary', 'Accept-Encoding')
  return small
}
