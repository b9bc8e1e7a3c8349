import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { type AuditVerb, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { checklist, type Missing } from '#lib/events/policy/checklist'
import { type EventStatus, MOVES, type Move } from '#lib/events/policy/moves'
import { eventState } from '#lib/events/queries/overview'

type Refusal = { reason: 'not-found' | 'not-possible' }

/** Shows a draft to the public, unless something that it must have is missing. For organizers. */
export async function publishEvent(
  actor: Actor,
  eventId: string,
  now = new Date(),
): Promise<Result<undefined, Refusal | { reason: 'incomplete'; missing: Missing[] }>> {
  return transaction(async (tx) => {
    const moved = await move(tx, actor, eventId, 'publish', now)
    if (!moved.ok) return moved
    const state = await eventState(tx, eventId)
    const missing = state ? checklist(state, now).filter((one) => one.required) : []
    return missing.length > 0 ? refuse('incomplete', { missing }) : done()
  })
}

/** Takes the public pages away; private links keep working. For organizers. */
export const unpublishEvent = (actor: Actor, eventId: string, now = new Date()) =>
  transaction((tx) => move(tx, actor, eventId, 'unpublish', now))

/** Puts an event away: it is in nobody's way, and nothing of it is lost. For organizers. */
export const archiveEvent = (actor: Actor, eventId: string, now = new Date()) =>
  transaction((tx) => move(tx, actor, eventId, 'archive', now))

/** Brings an archived event back as a draft. For organizers. */
export const restoreEvent = (actor: Actor, eventId: string, now = new Date()) =>
  transaction((tx) => move(tx, actor, eventId, 'restore', now))

const VERBS: Record<Move, AuditVerb> = {
  publish: 'event.publish',
  unpublish: 'event.unpublish',
  archive: 'event.archive',
  restore: 'event.restore',
}

async function move(tx: Tx, actor: Actor, eventId: string, to: Move, now: Date): Promise<Result<undefined, Refusal>> {
  const mine = and(eq(events.id, eventId), within(actor, 'decide', events.id))
  const [before] = await tx.select({ status: events.status }).from(events).where(mine)
  if (!before) return refuse('not-found')
  const { from, status } = MOVES[to]
  const moved = await tx
    .update(events)
    .set({ status, updatedAt: now })
    .where(and(mine, inArray(events.status, [...from])))
    .returning({ id: events.id })
  if (moved.length === 0) return refuse('not-possible')
  const states: { before: { status: EventStatus }; after: { status: EventStatus } } = { before, after: { status } }
  await record(tx, actor, { verb: VERBS[to], eventId, subjectId: eventId, ...states }, now)
  return done()
}
