import 'server-only'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { offers, waitingPlaces } from '#db/schema/seats'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { record } from '#lib/audit/mutations'
import { type Actor, system } from '#lib/auth/actor'
import { hasEnded } from '#lib/events/policy'
import { newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import { claimSeats, rulesOf } from '#lib/seats/mutations/claim'

const PAGE = 50

/**
 * Gives free places to those who wait, in their order, within the transaction that freed them: at once or as an offer that holds the place, as the
 * event has it; not at all where organizers do it by hand. Somebody whom a full pool blocks does not stall those behind; those who are held back are
 * passed over; after the event's end nobody moves. Answers the ids of those who moved up or were offered a place.
 */
export async function promoteWaiting(tx: Tx, eventId: string, now: Date): Promise<string[]> {
  const [event] = await tx
    .select({
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      waitingMode: events.waitingMode,
      offerHours: events.offerHours,
    })
    .from(events)
    .where(eq(events.id, eventId))
  if (!event || event.waitingMode === 'manual' || hasEnded(event, now)) return []
  const rules = await rulesOf(tx, eventId)
  const forAll = new Set(rules.filter((rule) => rule.subject === 'event' && rule.poolId).map((rule) => rule.poolId))
  const full = new Set<string>()
  const promoted: string[] = []
  for (let last = 0; ; ) {
    const waiting = await nextWaiting(tx, eventId, last)
    for (const person of waiting) {
      last = person.place
      const poolIds = await poolsOf(tx, { ...person, eventId }, rules)
      if (poolIds.some((poolId) => full.has(poolId))) continue
      const claim = await claimSeats(tx, person.id, poolIds, now)
      if (claim.ok) {
        if (event.waitingMode === 'offers')
          await offer(tx, system('waiting-list'), { ...person, eventId }, event.offerHours, now)
        else await promote(tx, eventId, person.id, now)
        promoted.push(person.id)
      } else {
        full.add(claim.poolId)
        if (claim.poolId !== person.blockedById)
          await tx
            .update(waitingPlaces)
            .set({ blockedById: claim.poolId })
            .where(eq(waitingPlaces.attendeeId, person.id))
        if (forAll.has(claim.poolId)) return promoted
      }
    }
    if (waiting.length < PAGE) return promoted
  }
}

function nextWaiting(tx: Tx, eventId: string, after: number) {
  return tx
    .select({
      id: attendees.id,
      typeId: attendees.typeId,
      institutionId: attendees.institutionId,
      countryCode: attendees.countryCode,
      place: waitingPlaces.position,
      blockedById: waitingPlaces.blockedById,
    })
    .from(waitingPlaces)
    .innerJoin(attendees, eq(attendees.id, waitingPlaces.attendeeId))
    .where(and(eq(waitingPlaces.eventId, eventId), gt(waitingPlaces.position, after), isNull(waitingPlaces.heldById)))
    .orderBy(asc(waitingPlaces.position))
    .limit(PAGE)
}

async function promote(tx: Tx, eventId: string, attendeeId: string, now: Date): Promise<void> {
  await tx.delete(waitingPlaces).where(eq(waitingPlaces.attendeeId, attendeeId))
  await tx.update(attendees).set({ status: 'confirmed', updatedAt: now }).where(eq(attendees.id, attendeeId))
  await enqueue(tx, { kind: 'promoted', attendeeId }, now)
  await record(
    tx,
    system('waiting-list'),
    {
      verb: 'attendee.promote',
      eventId,
      subjectId: attendeeId,
      before: { status: 'waiting' },
      after: { status: 'confirmed' },
    },
    now,
  )
}

const HOUR_MS = 3_600_000

/** Offers a place to somebody who waited and for whom the seats are taken, until it expires. */
export async function offer(
  tx: Tx,
  actor: Actor,
  { id: attendeeId, eventId }: { id: string; eventId: string },
  hours: number,
  now: Date,
): Promise<void> {
  await tx.delete(waitingPlaces).where(eq(waitingPlaces.attendeeId, attendeeId))
  await tx.update(attendees).set({ status: 'offered', updatedAt: now }).where(eq(attendees.id, attendeeId))
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
  await tx.insert(offers).values({ id: newId(), attendeeId, offeredAt: now, expiresAt })
  await enqueue(tx, { kind: 'offered', attendeeId }, now)
  const change = { before: { status: 'waiting' }, after: { status: 'offered', expiresAt: expiresAt.toISOString() } }
  await record(tx, actor, { verb: 'attendee.offer', eventId, subjectId: attendeeId, ...change }, now)
}
