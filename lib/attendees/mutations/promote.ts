import 'server-only'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { offers, waitingPlaces } from '#db/schema/seats'
import { type Blocked, inLine, tellBlocked } from '#lib/attendees/mutations/line'
import { heldFor, takeSeats } from '#lib/attendees/mutations/seating'
import { record } from '#lib/audit/mutations'
import { type Actor, system } from '#lib/auth/actor'
import { hasEnded } from '#lib/events/policy'
import { newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import { rulesOf } from '#lib/seats/mutations/claim'
import { settleCodes } from '#lib/seats/mutations/hold'
import { roomOf } from '#lib/seats/mutations/room'
import type { PoolRule } from '#lib/seats/policy'

/** As many move up within the transaction that freed their places; the rest in further ones as large, so that no page waits for all of them. */
export const STEP = 50

/**
 * Gives free places to those who wait, in their order, within the transaction that freed them: at once or as an offer that holds the place, as the
 * event has it; not at all where organizers do it by hand. Somebody whom a full pool blocks does not stall those behind; those who are held back are
 * passed over; after the event's end nobody moves. Before all that, the organizations with a code hold again what came back to them. Where more could
 * have a place than one step takes, the event owes it to them (`promoteOwed` goes on). Answers the ids of those who moved up or were offered a place.
 */
export async function promoteWaiting(tx: Tx, eventId: string, now: Date): Promise<string[]> {
  const [event] = await tx
    .select({
      id: events.id,
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      waitingMode: events.waitingMode,
      offerHours: events.offerHours,
      owed: events.promotionOwed,
    })
    .from(events)
    .where(eq(events.id, eventId))
  const codes = await settleCodes(tx, eventId, now)
  if (!event) return []
  const rests = event.waitingMode === 'manual' || hasEnded(event, now)
  const step = rests ? { promoted: [], owed: false } : await takeStep(tx, event, codes, now)
  if (step.owed !== event.owed) await tx.update(events).set({ promotionOwed: step.owed }).where(eq(events.id, eventId))
  return step.promoted
}

type Promoting = { id: string; waitingMode: WaitingMode; offerHours: number }
type Step = { promoted: string[]; owed: boolean }

async function takeStep(tx: Tx, event: Promoting, codes: boolean, now: Date): Promise<Step> {
  const rules = await rulesOf(tx, event.id)
  const promoted: string[] = []
  for (;;) {
    const round = await promoteInOrder(tx, event, rules, codes, STEP - promoted.length, now)
    promoted.push(...round.promoted)
    // Whoever comes with a code takes a held place, perhaps in another capacity than it was held for: that one is free.
    if (round.withCode) await settleCodes(tx, event.id, now)
    if (!round.withCode || round.owed) return { promoted, owed: round.owed }
  }
}

async function promoteInOrder(
  tx: Tx,
  event: Promoting,
  rules: readonly PoolRule[],
  codes: boolean,
  limit: number,
  now: Date,
): Promise<Step & { withCode: boolean }> {
  const forAll = rules.filter(({ subject }) => subject === 'event').flatMap(({ poolId }) => poolId ?? [])
  let room = await roomOf(tx, event.id, rules)
  const round = { promoted: [] as string[], owed: false, withCode: false }
  const blocked: Blocked[] = []
  for await (const person of inLine(tx, event.id, rules)) {
    const held = codes ? heldFor(person) : null
    const poolIds = await room.poolsOf(person)
    const full = poolIds.filter(room.isFull)
    // What is full for others may be held for this one.
    if (full.length === 0 || held) {
      round.owed = round.promoted.length >= limit
      if (round.owed) break
      const claim = await takeSeats(tx, person.id, poolIds, held, now)
      if (claim.ok) {
        round.promoted.push(person.id)
        round.withCode ||= held !== null
        if (held) room = await roomOf(tx, event.id, rules)
        else room.take(poolIds)
        continue
      }
      full.push(claim.poolId)
    }
    if (!full.includes(person.blockedById ?? '')) blocked.push({ id: person.id, poolId: full[0] ?? null })
    if (!codes && forAll.some(room.isFull)) break
  }
  await tellBlocked(tx, blocked)
  if (event.waitingMode === 'offers') await offer(tx, system('waiting-list'), event, round.promoted, now)
  else await promote(tx, event.id, round.promoted, now)
  return round
}

async function promote(tx: Tx, eventId: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await leaveFor(tx, 'confirmed', ids, now)
  await enqueue(
    tx,
    ids.map((attendeeId) => ({ kind: 'promoted' as const, attendeeId, eventId })),
    now,
  )
  const change = { before: { status: 'waiting' }, after: { status: 'confirmed' } }
  const verb = 'attendee.promote' as const
  await record(
    tx,
    system('waiting-list'),
    ids.map((subjectId) => ({ verb, eventId, subjectId, ...change })),
    now,
  )
}

const HOUR_MS = 3_600_000

/** Offers a place to people who waited and for whom the seats are taken, until it expires. */
export async function offer(
  tx: Tx,
  actor: Actor,
  { id: eventId, offerHours }: { id: string; offerHours: number },
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await leaveFor(tx, 'offered', ids, now)
  const expiresAt = new Date(now.getTime() + offerHours * HOUR_MS)
  await tx.insert(offers).values(ids.map((attendeeId) => ({ id: newId(), attendeeId, offeredAt: now, expiresAt })))
  await enqueue(
    tx,
    ids.map((attendeeId) => ({ kind: 'offered' as const, attendeeId, eventId })),
    now,
  )
  const change = { before: { status: 'waiting' }, after: { status: 'offered', expiresAt: expiresAt.toISOString() } }
  const verb = 'attendee.offer' as const
  await record(
    tx,
    actor,
    ids.map((subjectId) => ({ verb, eventId, subjectId, ...change })),
    now,
  )
}

/** Out of the queue, into a status. */
async function leaveFor(tx: Tx, status: 'confirmed' | 'offered', ids: readonly string[], now: Date): Promise<void> {
  await tx.delete(waitingPlaces).where(inArray(waitingPlaces.attendeeId, [...ids]))
  await tx
    .update(attendees)
    .set({ status, updatedAt: now, revision: sql`${attendees.revision} + 1` })
    .where(inArray(attendees.id, [...ids]))
}
