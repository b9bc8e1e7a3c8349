import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

type Headers = (string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]

/** Keeps what is written to a response, of which nothing goes out. `then` gets it when it is whole, with what its end was to call. */
export function holdBack(response: ServerResponse, then: (whole: Buffer, ended?: () => void) => void): void {
  const chunks: Buffer[] = []
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    else if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
  }
  response.flushHeaders = () => {}
  response.writeHead = ((status: number, ...rest: Headers) => {
    takeHead(response, status, rest)
    return response
  }) as typeof response.writeHead
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0])
    callLater(rest)
    return true
  }) as typeof response.write
  response.end = ((...args: unknown[]) => {
    if (typeof args[0] !== 'function') keep(args[0], args[1])
    // What comes after the end comes too late.
    response.write = (() => false) as typeof response.write
    response.end = (() => response) as typeof response.end
    then(Buffer.concat(chunks), args.find((one) => typeof one === 'function') as (() => void) | undefined)
    return response
  }) as typeof response.end
}

/** Remembers status and headers as `writeHead` was given them, without sending them. */
export function takeHead(response: ServerResponse, status: number, rest: Headers): void {
  response.statusCode = status
  const headers = rest.at(-1)
  if (headers && typeof headers === 'object' && !Array.isArray(headers))
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
}

/** What was to be called when a chunk is written. */
export function callLater(args: unknown[]): void {
  const written = args.find((one) => typeof one === 'function')
  if (written) process.nextTick(written as () => void)
}
