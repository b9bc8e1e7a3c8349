import 'server-only'
import nodemailer, { type Transporter } from 'nodemailer'
import { env } from '#lib/env'

export type Mail = {
  id: string
  to: string
  subject: string
  text: string
  html: string
  locale: string
  replyTo?: string
}
export type Delivery = { ok: true } | { ok: false; forGood: boolean; error: string }

const shared = globalThis as typeof globalThis & { seraiMail?: Transporter }

/** Sends one message over the configured SMTP server. A refusal is a value: for good when the server says so (5xx). */
export async function deliver(mail: Mail): Promise<Delivery> {
  try {
    await transport().sendMail({
      from: env().mailFrom,
      to: mail.to,
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // Stable, so that a message which had to be sent twice is seen as one.
      messageId: `<${mail.id}@${new URL(env().url).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
    })
    return { ok: true }
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message: string }
    return { ok: false, forGood: responseCode !== undefined && responseCode >= 500, error: message }
  }
}

export function closeTransport(): void {
  shared.seraiMail?.close()
  shared.seraiMail = undefined
}

function transport(): Transporter {
  shared.seraiMail ??= nodemailer.createTransport({
    url: env().smtpUrl,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  return shared.seraiMail as Transporter
}
