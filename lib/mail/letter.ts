import type { SendMailOptions } from 'nodemailer'
import type { Mail } from '#lib/mail/transport'
import { isOneAddress } from '#lib/outbox/policy'

/**
 * The message as nodemailer takes it. Whatever people typed becomes one header line or one address, never more: addresses are handed over as such and
 * are not parsed, line breaks and other controls become blanks.
 */
export function messageOf(mail: Mail, from: string, domain: string): SendMailOptions {
  if (!isOneAddress(mail.to)) throw new Error('A message to something that is not one address.')
  return {
    from,
    to: { name: '', address: mail.to },
    ...(mail.replyTo && isOneAddress(mail.replyTo) ? { replyTo: { name: '', address: mail.replyTo } } : {}),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    // Stable, so that a message which had to be sent twice is seen as one.
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Exchange asks for more before it keeps its absence notes to itself.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': oneLine(mail.locale),
      ...(mail.listUnsubscribe ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(mail.listUnsubscribe ? { list: { unsubscribe: { url: new URL(mail.listUnsubscribe).href } } } : {}),
    ...(mail.calendar ? { icalEvent: { filename: 'event.ics', ...mail.calendar } } : {}),
    attachments: (mail.attachments ?? []).map((file) => ({
      filename: oneLine(file.filename),
      content: file.content,
      contentType: oneLine(file.contentType),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
