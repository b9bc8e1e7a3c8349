import { type ServerResponse, STATUS_CODES } from 'node:http'

/** A small answer without a page, for requests that no page of ours makes. */
export function answerPlainly(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  const title = `${status} ${STATUS_CODES[status] ?? ''}`
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1></html>`)
}
