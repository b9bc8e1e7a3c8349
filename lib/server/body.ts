import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerPlainly } from '#lib/server/answer'

const MB = 1024 * 1024
const LIMIT = 2 * MB
/** Two files of the largest size and what is typed beside them. */
const LIMIT_WITH_FILES = 12 * MB

/** How long a body may be: forms that take files stand on an event's pages, behind private links and at the desk. */
export function bodyLimit(method: string, pathname: string, contentType: string | undefined): number {
  const takesFiles = method === 'POST' && /^\/(e|r|desk)\//.test(pathname)
  return takesFiles && contentType?.startsWith('multipart/form-data') ? LIMIT_WITH_FILES : LIMIT
}

/** Refuses a body above `limit` bytes with 413: at once when its length is told, else as soon as it has grown too long. Gives false when it was refused. */
export function limitBody(request: IncomingMessage, response: ServerResponse, limit: number): boolean {
  const refuse = () => {
    response.once('finish', () => request.destroy())
    answerPlainly(response, 413)
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    refuse()
    return false
  }
  if (request.headers['transfer-encoding'] === undefined) return true
  // A listener for 'data' would start the stream before Next reads it, so the parser's way in is watched instead.
  const push = request.push.bind(request)
  let length = 0
  request.push = (chunk: Buffer | null, encoding) => {
    length += chunk?.length ?? 0
    if (length <= limit) return push(chunk, encoding)
    if (!response.headersSent) refuse()
    else request.destroy()
    return false
  }
  return true
}
