import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

export type Answer = { status: number; location: string | undefined; body: string; ms: number }
export type Sent = { type: string; bytes: Buffer }

/** Asks or sends on a connection that is kept: a load generator beside the server must itself be cheap. `ms` is until the whole answer is there. */
export function ask(address: string, sent?: Sent, cookie = ''): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const going = request(address, { agent, method: sent ? 'POST' : 'GET' }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          body: Buffer.concat(chunks).toString(),
          ms: performance.now() - began,
        }),
      )
    })
    going.on('error', reject)
    if (cookie) going.setHeader('cookie', cookie)
    if (sent) {
      going.setHeader('content-type', sent.type)
      going.setHeader('origin', new URL(address).origin)
      going.setHeader('content-length', sent.bytes.length)
    }
    going.end(sent?.bytes)
  })
}

/** A form as the bytes that a browser would send. */
export async function packed(form: FormData): Promise<Sent> {
  const whole = new Response(form)
  return { type: whole.headers.get('content-type') ?? '', bytes: Buffer.from(await whole.arrayBuffer()) }
}

/** The time that the given share of all stayed below, in milliseconds to a tenth. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}
