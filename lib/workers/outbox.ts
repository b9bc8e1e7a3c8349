import 'server-only'
import { env } from '#lib/env'
import { logger } from '#lib/log'
import { closeTransport, deliver } from '#lib/mail/transport'
import { compose } from '#lib/messages/queries'
import { type Leased, lease, markRefused, markSent } from '#lib/outbox/mutations'
import { isUndeliverable } from '#lib/outbox/policy'

const BATCH = 20
const PAUSE_MS = 1000

/**
 * Sends what the outbox holds, as long as the server runs. Without SMTP configured nothing is taken: messages wait.
 * Answers a function that stops it after the batch in hand.
 */
export function startOutbox(): () => Promise<void> {
  if (!env().smtpUrl) return async () => {}
  let stopped = false
  let wake = () => {}
  const running = (async () => {
    while (!stopped) {
      const sent = await sendDue().catch((error: unknown) => {
        logger('outbox').error({ err: error }, 'sending failed')
        return 0
      })
      if (sent < BATCH && !stopped)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, PAUSE_MS)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
    closeTransport()
  })()
  return () => {
    stopped = true
    wake()
    return running
  }
}

/** Sends one batch of what is due. Answers how many messages it took. */
export async function sendDue(now = new Date()): Promise<number> {
  const batch = await lease(BATCH, now)
  // Side by side for different people, one after the other for the same.
  const people = Map.groupBy(batch, (message) => message.attendeeId ?? message.userId)
  await Promise.all(
    [...people.values()].map(async (messages) => {
      for (const message of messages) await send(message, now)
    }),
  )
  return batch.length
}

async function send(message: Leased, now: Date): Promise<void> {
  const mail = await compose(message)
  if (!mail) return markRefused(message, 'nobody to send it to, or no longer true', true, now)
  if (isUndeliverable(mail.to)) return markRefused(message, 'an address that cannot receive mail', true, now)
  const delivery = await deliver(mail)
  if (delivery.ok) return markSent(message.id, now)
  logger('outbox').warn(
    { message: message.id, attempt: message.attempts, forGood: delivery.forGood },
    'a message was refused',
  )
  return markRefused(message, delivery.error, delivery.forGood, now)
}
