import 'server-only'
import { eq } from 'drizzle-orm'
import { savepoint, type Tx, transaction } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { endHandover } from '#lib/attendees/mutations/handovers'
import { endOffer } from '#lib/attendees/mutations/offers'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { offer, promoteWaiting } from '#lib/attendees/mutations/promote'
import { joinWaitingList, leaveWaitingList } from '#lib/attendees/mutations/queue'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { heldFor, takeSeats, takeSeatsPastLimits } from '#lib/attendees/mutations/seating'
import { type Act, mayFollow } from '#lib/attendees/policy'
import { type AuditVerb, record } from '#lib/audit/mutations'
import { type Actor, actorId } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { type Full, holdsSeats } from '#lib/seats/mutations/claim'
import { leaveSeats } from '#lib/seats/mutations/hold'

type Refusal = { reason: 'not-found' | 'not-possible' } | Full
type Person = NonNullable<Awaited<ReturnType<typeof attendeeFor>>>

/** Gives somebody a seat, past the order of the waiting list. Refused while a pool that applies is full. For organizers. */
export async function confirmAttendee(
  actor: Actor,
  attendeeId: string,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return decide(actor, attendeeId, 'confirm', (tx, attendee) => confirmIn(tx, actor, attendee, null, now))
}

/** Gives somebody a seat although there is none left, for a reason that stands in the audit; the limit then shows "52 of 50". For organizers. */
export async function confirmPastLimits(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<undefined, Refusal | { reason: 'no-reason' }>> {
  if (reason.trim() === '') return refuse('no-reason')
  return decide(actor, attendeeId, 'confirm', (tx, attendee) => confirmIn(tx, actor, attendee, reason, now))
}

/** Offers a place to somebody who waits, past the order of the list; it holds the seats until it expires. For organizers. */
export async function offerPlace(
  actor: Actor,
  attendeeId: string,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return decide(actor, attendeeId, 'offer', async (tx, attendee) => {
    const [event] = await tx
      .select({ offerHours: events.offerHours })
      .from(events)
      .where(eq(events.id, attendee.eventId))
    const claim = await takeSeats(tx, attendee.id, await poolsOf(tx, attendee), heldFor(attendee), now)
    if (!claim.ok) return claim
    await offer(tx, actor, { id: attendee.eventId, offerHours: event?.offerHours ?? 48 }, [attendee.id], now)
    if (attendee.codeId) await promoteWaiting(tx, attendee.eventId, now)
    return done()
  })
}

/** Says no to somebody, with a reason that is told; a seat held meanwhile goes to those who wait. For organizers. */
export async function declineAttendee(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, Refusal>> {
  return decide<{ promoted: string[] }, never>(actor, attendeeId, 'decline', async (tx, attendee) => {
    await declineIn(tx, actor, attendee, reason, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

/** What came of a decision about many: whom it reached, and who was refused with what. */
export type Many = { decided: string[]; refused: ({ id: string } & Refusal)[]; promoted: string[] }

/** Confirms or declines many at once, in the given order, each or not at all; who cannot be is told and stands as before. For organizers. */
export async function decideMany(
  actor: Actor,
  ids: readonly string[],
  act: 'confirm' | 'decline',
  reason: string,
  now = new Date(),
): Promise<Result<Many, { reason: 'not-found' }>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const many: Many = { decided: [], refused: [], promoted: [] }
    const touched = new Set<string>()
    for (const id of ids) {
      const result = await savepoint(tx, async (): Promise<Result<string, Refusal>> => {
        const attendee = await attendeeFor(tx, actor, id)
        if (!attendee) return refuse('not-found')
        if (!mayFollow(act, attendee.status)) return refuse('not-possible')
        if (act === 'decline') await declineIn(tx, actor, attendee, reason, now)
        else {
          const confirmed = await confirmIn(tx, actor, attendee, null, now)
          if (!confirmed.ok) return confirmed
        }
        return done(attendee.eventId)
      })
      if (result.ok) {
        many.decided.push(id)
        touched.add(result.value)
      } else many.refused.push({ id, ...result })
    }
    for (const eventId of touched) many.promoted.push(...(await promoteWaiting(tx, eventId, now)))
    return done(many)
  })
}

/**
 * Puts somebody on the waiting list, at its end, where only an organizer moves the person on; the seat goes to the first
 * who waits, in the same transaction. For organizers.
 */
export async function putOnWaitingList(
  actor: Actor,
  attendeeId: string,
  reason: string,
  now = new Date(),
): Promise<Result<{ promoted: string[] }, Refusal>> {
  return decide<{ promoted: string[] }, never>(actor, attendeeId, 'wait', async (tx, attendee) => {
    await endOffer(tx, attendeeId, 'withdrawn', now)
    await endHandover(tx, actor, attendeeId, now)
    await leaveSeats(tx, attendeeId, now)
    const held = { byId: actorId(actor) ?? '', reason }
    await joinWaitingList(tx, { eventId: attendee.eventId, attendeeId, blockedById: null, held }, now)
    await changeStatus(tx, actor, attendee, { status: 'waiting', verb: 'attendee.wait', reason }, now)
    await enqueue(tx, { kind: 'moved-to-waiting', attendeeId }, now)
    return done({ promoted: await promoteWaiting(tx, attendee.eventId, now) })
  })
}

/** Finds through permission, asks whether it may be, and does it, in one transaction. */
async function decide<Value, More extends { reason: string }>(
  actor: Actor,
  attendeeId: string,
  act: Act,
  work: (tx: Tx, attendee: Person) => Promise<Result<Value, More>>,
): Promise<Result<Value, More | { reason: 'not-found' | 'not-possible' }>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx): Promise<Result<Value, More | { reason: 'not-found' | 'not-possible' }>> => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    return mayFollow(act, attendee.status) ? work(tx, attendee) : refuse('not-possible')
  })
}

/** @param over the reason for going past the limits, or null to keep them */
async function confirmIn(
  tx: Tx,
  actor: Actor,
  attendee: Person,
  over: string | null,
  now: Date,
): Promise<Result<undefined, Full>> {
  let past: string[] = []
  // Whoever is to be decided on or was offered a place may hold the seats already.
  if (!(await holdsSeats(tx, attendee.id))) {
    const poolIds = await poolsOf(tx, attendee)
    if (over === null) {
      const claim = await takeSeats(tx, attendee.id, poolIds, heldFor(attendee), now)
      if (!claim.ok) return claim
    } else past = await takeSeatsPastLimits(tx, attendee.id, poolIds, heldFor(attendee), now)
  }
  await endOffer(tx, attendee.id, 'accepted', now)
  await leaveWaitingList(tx, attendee.id)
  await changeStatus(
    tx,
    actor,
    attendee,
    { status: 'confirmed', verb: 'attendee.confirm', reason: over ?? '', past },
    now,
  )
  await enqueue(tx, { kind: 'confirmed', attendeeId: attendee.id }, now)
  // The place taken may have been held in another capacity, where it is free now.
  if (attendee.codeId) await promoteWaiting(tx, attendee.eventId, now)
  return done()
}

async function declineIn(tx: Tx, actor: Actor, attendee: Person, reason: string, now: Date): Promise<void> {
  await leaveSeats(tx, attendee.id, now)
  await leaveWaitingList(tx, attendee.id)
  await changeStatus(tx, actor, attendee, { status: 'declined', verb: 'attendee.decline', reason }, now)
  await enqueue(tx, { kind: 'declined', attendeeId: attendee.id }, now)
}

type Decision = { status: AttendeeStatus; verb: AuditVerb; reason: string; past?: string[] }

async function changeStatus(
  tx: Tx,
  actor: Actor,
  from: Person,
  { status, verb, reason, past = [] }: Decision,
  now: Date,
): Promise<void> {
  await tx
    .update(attendees)
    // An organizer's word stands for the confirmation of the address.
    .set({ status, confirmBy: null, updatedAt: now, revision: from.revision + 1 })
    .where(eq(attendees.id, from.id))
  await record(
    tx,
    actor,
    {
      verb,
      eventId: from.eventId,
      subjectId: from.id,
      reason,
      before: { status: from.status },
      after: { status, ...(past.length > 0 && { pastLimits: past }) },
    },
    now,
  )
}
