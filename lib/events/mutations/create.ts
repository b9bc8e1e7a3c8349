import 'server-only'
import { transaction } from '#db/client'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { insertEvent } from '#lib/events/mutations/insert'
import { type NewEvent, newEvent } from '#lib/events/schema/new-event'

type Made = { id: string; slug: string; typeIds: string[] }

/** Creates an event whole, from a file or a program. For administrators. */
export async function createEvent(
  actor: Actor,
  input: NewEvent,
  now = new Date(),
): Promise<Result<Made, { reason: 'forbidden' | 'slug-taken' }>> {
  const whole = newEvent.parse(input)
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const made = await insertEvent(tx, whole, now)
    if (!made) return refuse('slug-taken')
    const after = { slug: made.slug, capacity: whole.capacity }
    await record(tx, actor, { verb: 'event.create', eventId: made.id, subjectId: made.id, after }, now)
    return done(made)
  })
}
