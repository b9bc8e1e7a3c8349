import { type ServerResponse, STATUS_CODES } from 'node:http'
import en from '#messages/en/fatal.json' with { type: 'json' }
import ru from '#messages/ru/fatal.json' with { type: 'json' }

/** A small answer without a page, for requests that no page of ours makes. */
export function answerPlainly(response: ServerResponse, status: number): void {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`
  send(response, status, title, `<h1>${title}</h1>`)
}

/** What a request is answered that failed together with the page that would have said so: in every language, since nothing is known of its reader any more. */
export function answerFatally(response: ServerResponse, reference: string): void {
  const told = Object.entries({ en, ru }).map(
    ([lang, words]) =>
      `<section lang="${lang}"><h1>${words.title}</h1><p>${words.text}</p><p>${words.reference} <strong>${reference}</strong></p></section>`,
  )
  send(response, 500, en.title, told.join(''))
}

function send(response: ServerResponse, status: number, title: string, body: string): void {
  if (response.headersSent) return
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main>${body}</main></html>`,
  )
}
