import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { diagnose } from '#lib/attendees/queries/diagnosis'
import { rulesOf } from '#lib/seats/mutations/claim'
import { roomOf } from '#lib/seats/mutations/room'
import type { TestEvent } from './person.ts'

/** What is not as it must be at an event where places were given in automatic order; empty when all is. */
export async function broken(event: TestEvent): Promise<string[]> {
  const found = (await diagnose()).filter((finding) => finding.event === event.slug)
  const people = await db().select().from(attendees).where(eq(attendees.eventId, event.id))
  return [
    ...found.filter(({ kind }) => kind !== 'above').map(({ kind, text }) => `doctor: ${kind}: ${text}`),
    ...(await above(event)),
    ...twice(people),
    ...(await order(event, people)),
  ]
}

type Person = typeof attendees.$inferSelect

/** Above a capacity is only whom an organizer brought there, which the audit tells. */
async function above({ id: eventId }: TestEvent): Promise<string[]> {
  const pools = await db().select().from(seatPools).where(eq(seatPools.eventId, eventId))
  const entries = await db()
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(and(eq(auditEntries.eventId, eventId), eq(auditEntries.verb, 'attendee.confirm')))
  const past = entries.flatMap(({ after }) => (after as { pastLimits?: string[] } | null)?.pastLimits ?? [])
  const counts = await db().select({ poolId: seats.poolId, n: count() }).from(seats).groupBy(seats.poolId)
  return pools.flatMap(({ id, key, capacity }) => {
    const taken = counts.find(({ poolId }) => poolId === id)?.n ?? 0
    const decided = past.filter((poolId) => poolId === id).length
    return capacity !== null && taken > capacity + decided ? [`oversold: ${key}: ${taken} of ${capacity}`] : []
  })
}

function twice(people: readonly Person[]): string[] {
  const keys = [
    Map.groupBy(people, (person) => person.emailKey),
    Map.groupBy(people, (person) => person.submissionHash),
  ]
  return keys.flatMap((all) => [...all].filter(([, same]) => same.length > 1).map(([key]) => `twice: ${key}`))
}

/** Nobody waits who could have a place; those who wait stand as they came; and of people alike none who came later has a place that an earlier one waits for. */
async function order(event: TestEvent, people: readonly Person[]): Promise<string[]> {
  const reader = db() as Tx
  const rules = await rulesOf(reader, event.id)
  const room = await roomOf(reader, event.id, rules)
  const queue = await db()
    .select({ id: waitingPlaces.attendeeId })
    .from(waitingPlaces)
    .where(and(eq(waitingPlaces.eventId, event.id), isNull(waitingPlaces.heldById)))
    .orderBy(asc(waitingPlaces.position))
  const faults: string[] = []
  const [owed] = await db().select({ owed: events.promotionOwed }).from(events).where(eq(events.id, event.id))
  if (owed?.owed) faults.push('still owed')
  const ids = queue.map(({ id }) => id)
  if (ids.join() !== ids.toSorted().join()) faults.push('the queue is not in the order in which people came')
  const chosen = await db()
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(and(eq(auditEntries.eventId, event.id), eq(auditEntries.verb, 'attendee.confirm')))
  const byHand = new Set(chosen.map(({ id }) => id))
  const ordinary = people.filter(({ id, status, codeId }) => status === 'confirmed' && !codeId && !byHand.has(id))
  for (const id of ids) {
    const person = people.find((one) => one.id === id)
    if (!person) continue
    const poolIds = await room.poolsOf(person)
    if (!poolIds.some(room.isFull)) faults.push(`waits although there is room: ${id}`)
    const alike = ordinary.filter((one) => one.typeId === person.typeId && one.institutionId === person.institutionId)
    if (alike.some((one) => one.id > id && !one.email.startsWith('came'))) faults.push(`overtaken: ${id}`)
  }
  return faults
}
