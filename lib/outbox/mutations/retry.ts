import 'server-only'
import type { Actor } from '#lib/auth/actor'
import type { Result } from '#lib/errors'
import { changeMessage, type MessageRefusal } from '#lib/outbox/mutations/scope'
import { wakeOutbox } from '#lib/outbox/wake'

/** Sends a message again at once that waits for another attempt or has failed; its attempts count from the beginning. For organizers. */
export async function retryMessage(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<undefined, MessageRefusal>> {
  const set = { status: 'queued', dueAt: now, attempts: 0 } as const
  const result = await changeMessage(actor, id, { verb: 'message.retry', from: ['retry', 'failed'], set }, now)
  if (result.ok) wakeOutbox()
  return result
}
