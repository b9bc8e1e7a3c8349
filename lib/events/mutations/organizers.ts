import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { eventPartners } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { moved, type Step } from '#lib/events/policy/order'
import { setupOrganizers } from '#lib/events/queries/setup'
import { institutionMeant } from '#lib/institutions/queries/meant'

type Organizers = { hostId: string | null; partnerIds: string[] }
type NotFound = { reason: 'not-found' }
type OrganizerRefusal = NotFound | { reason: 'unknown' | 'ambiguous' | 'named-already' }

/** Names an institution of the registry as host or as the last of the partners. A new host's predecessor becomes the first partner. For organizers, as all here. */
export async function addOrganizer(
  actor: Actor,
  eventId: string,
  typed: { institution: string; institutionId: string },
  as: 'host' | 'partner',
  now = new Date(),
): Promise<Result<{ id: string }, OrganizerRefusal>> {
  return transaction(async (tx) => {
    const before = await setupOrganizers(actor, eventId, tx)
    if (!before) return refuse('not-found')
    const found = await institutionMeant(typed, tx)
    if (!found.ok) return found
    const id = found.value
    if (before.hostId === id || before.partnerIds.includes(id)) return refuse('named-already')
    const next = as === 'host' ? hosted(before, id) : { ...before, partnerIds: [...before.partnerIds, id] }
    await write(tx, actor, eventId, before, next, now)
    return done({ id })
  })
}

/** Makes a partner the host. */
export const makeHost = (actor: Actor, eventId: string, id: string, now = new Date()) =>
  change(actor, eventId, id, (before) => hosted(before, id), now)

/** Moves a partner one place up or down. */
export const movePartner = (actor: Actor, eventId: string, id: string, step: Step, now = new Date()) =>
  change(actor, eventId, id, (before) => ({ ...before, partnerIds: moved(before.partnerIds, id, step) }), now)

/** Takes the host or a partner off the list. */
export const removeOrganizer = (actor: Actor, eventId: string, id: string, now = new Date()) =>
  change(
    actor,
    eventId,
    id,
    (before) => ({
      hostId: before.hostId === id ? null : before.hostId,
      partnerIds: before.partnerIds.filter((partner) => partner !== id),
    }),
    now,
  )

function change(
  actor: Actor,
  eventId: string,
  id: string,
  next: (before: Organizers) => Organizers,
  now: Date,
): Promise<Result<undefined, NotFound>> {
  return transaction(async (tx) => {
    const before = await setupOrganizers(actor, eventId, tx)
    if (!before || (before.hostId !== id && !before.partnerIds.includes(id))) return refuse('not-found')
    await write(tx, actor, eventId, before, next(before), now)
    return done()
  })
}

const hosted = ({ hostId, partnerIds }: Organizers, id: string): Organizers => {
  const rest = partnerIds.filter((partner) => partner !== id)
  return { hostId: id, partnerIds: hostId && hostId !== id ? [hostId, ...rest] : rest }
}

async function write(tx: Tx, actor: Actor, eventId: string, before: Organizers, next: Organizers, now: Date) {
  if (JSON.stringify(before) === JSON.stringify(next)) return
  await tx.delete(eventPartners).where(eq(eventPartners.eventId, eventId))
  const rows = next.partnerIds.map((institutionId, i) => ({ eventId, position: i + 1, institutionId }))
  if (rows.length > 0) await tx.insert(eventPartners).values(rows)
  await edited(tx, actor, eventId, { before, after: next }, now, { hostId: next.hostId })
}
