import 'server-only'
import { env } from '#lib/env'
import { logger } from '#lib/log'
import { LEASE_MS } from '#lib/outbox/mutations/lease'
import { onWake } from '#lib/outbox/wake'
import { type Clock, Sender } from '#lib/workers/sender'
import { Signal } from '#lib/workers/signal'

/** Another process may have put something into the outbox, and pauses end. */
const LOOK_EVERY_MS = 1000
/** Shorter than what service managers wait before they kill. */
const GRACE_MS = 8000

/**
 * Sends what the outbox holds, as long as the server runs. Without SMTP configured nothing is taken: messages wait.
 * Answers a function that stops it: what is on its way ends, the rest is given back.
 */
export function startOutbox(): () => Promise<void> {
  if (!env().smtpUrl) return async () => {}
  let stopped = false
  const signal = new Signal()
  const sender = new Sender(() => signal.give())
  const failed = (error: unknown) => logger('outbox').error({ err: error }, 'a turn failed')
  const renewing = setInterval(() => void sender.renew().catch(failed), LEASE_MS / 3)
  onWake(() => signal.give())
  const running = (async () => {
    while (!stopped) {
      const taken = await sender.take().catch(failed)
      if (!stopped && !taken) await signal.wait(Math.min(sender.restMs() || LOOK_EVERY_MS, LOOK_EVERY_MS))
    }
  })()
  return async () => {
    stopped = true
    onWake(undefined)
    signal.give()
    await running
    await sender.finish(GRACE_MS)
    clearInterval(renewing)
  }
}

const shared = globalThis as { seraiSender?: Sender }

/** Sends everything that is due at a moment, and waits until it is done. Answers how many attempts it were. */
export async function sendDue(now?: Date): Promise<number> {
  const clock: Clock = now ? () => now : () => new Date()
  shared.seraiSender ??= new Sender()
  let attempts = 0
  for (;;) {
    const taken = await shared.seraiSender.take(clock)
    if (taken === 0) return attempts
    attempts += taken
    await shared.seraiSender.idle()
  }
}
