import 'server-only'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { waitingPlaces } from '#db/schema/seats'
import { record } from '#lib/audit/mutations'
import { system } from '#lib/auth/actor'
import { hasEnded } from '#lib/events/policy'
import { enqueue } from '#lib/outbox/mutations'
import { claimSeats, poolIdsFor, rulesOf } from '#lib/seats/mutations/claim'

const PAGE = 50

/**
 * Gives free places to those who wait, in their order, within the transaction that freed them. Somebody whom a full pool
 * blocks does not stall those behind; those an organizer put back are passed over; after the event's end nobody moves.
 * Answers the ids of those who moved up.
 */
export async function promoteWaiting(tx: Tx, eventId: string, now: Date): Promise<string[]> {
  const [event] = await tx
    .select({ endsOn: events.endsOn, timeZone: events.timeZone })
    .from(events)
    .where(eq(events.id, eventId))
  if (!event || hasEnded(event, now)) return []
  const rules = await rulesOf(tx, eventId)
  const forAll = new Set(rules.filter((rule) => rule.subject === 'event' && rule.poolId).map((rule) => rule.poolId))
  const full = new Set<string>()
  const promoted: string[] = []
  for (let last = 0; ; ) {
    const waiting = await nextWaiting(tx, eventId, last)
    for (const person of waiting) {
      last = person.place
      const poolIds = await poolIdsFor(tx, eventId, rules, person)
      if (poolIds.some((poolId) => full.has(poolId))) continue
      const claim = await claimSeats(tx, person.id, poolIds, now)
      if (claim.ok) {
        await promote(tx, eventId, person.id, now)
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
