import 'server-only'
import type { PassThrough } from 'node:stream'
import nodemailer, { type Transporter } from 'nodemailer'
import { env } from '#lib/env'
import { messageOf } from '#lib/mail/letter'
import { type Delivery, outcomeOf, type Progress } from '#lib/mail/outcome'

export type Mail = {
  /** The outbox row's: the Message-ID is made of it. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  locale: string
  /** The event's own address: answers go there. */
  replyTo?: string
  /** A page that ends such letters, opened by the reader or posted to by the mail program (RFC 8058). */
  listUnsubscribe?: string
  attachments?: { filename: string; content: string | Buffer; contentType: string }[]
  /** Mail programs show it as an event; those that cannot find it as a file. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string; filename?: string }
}

const shared = globalThis as typeof globalThis & { seraiMail?: Transporter | undefined }

/** Sends one message over the configured SMTP server. Whatever comes in between is a value; throws only when the message cannot be written. */
export async function deliver(mail: Mail): Promise<Delivery> {
  const progress: Progress = { begun: false, whole: false }
  const { mailFrom, url, mailTimeoutMs } = env()
  const message = messageOf(mail, mailFrom, new URL(url).hostname)
  try {
    // A server that lets its words trickle is never silent; ten times the patience is enough for all.
    const signal = AbortSignal.timeout(10 * mailTimeoutMs)
    await transport().sendMail({ ...message, signal, progress } as never)
    return { ok: true }
  } catch (error) {
    return outcomeOf(error as Error, progress)
  }
}

/** Lets go of the connections: those that send end first, unless `force`. */
export function closeTransport({ force = false } = {}): void {
  const pool = shared.seraiMail as { close: (options: { force: boolean }) => void } | undefined
  shared.seraiMail = undefined
  pool?.close({ force })
}

function transport(): Transporter {
  const { smtpUrl, mailConnections, mailTimeoutMs } = env()
  const patience = Math.min(mailTimeoutMs, 15_000)
  shared.seraiMail ??= nodemailer
    .createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: mailConnections,
      // Once more on another connection when one turns out to be closed before anything went over it.
      maxRequeues: 1,
      idleTimeout: 60_000,
      dnsTimeout: patience,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: mailTimeoutMs,
      socketCloseTimeout: 1000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never)
    .use('stream', watchProgress)
  return shared.seraiMail
}

/** The message is asked for when its connection is ready for it, and has ended when the last of it is written. */
function watchProgress(mail: unknown, done: () => void): void {
  const { data, message } = mail as {
    data: { progress: Progress }
    message: { processFunc: (watch: (input: PassThrough) => PassThrough) => void }
  }
  message.processFunc((input) => {
    data.progress.begun = true
    data.progress.whole = false
    return input.once('end', () => {
      data.progress.whole = true
    })
  })
  done()
}
