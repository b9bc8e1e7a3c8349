import 'server-only'
import type { Actor } from '#lib/auth/actor'
import type { Result } from '#lib/errors'
import { changeMessage, type MessageRefusal } from '#lib/outbox/mutations/scope'

/** Takes back a message that has not gone yet. For organizers. */
export const stopMessage = (actor: Actor, id: string, now = new Date()): Promise<Result<undefined, MessageRefusal>> =>
  changeMessage(actor, id, { verb: 'message.stop', from: ['queued', 'retry'], set: { status: 'stopped' } }, now)
