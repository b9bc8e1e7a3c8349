import 'server-only'
import { and, asc, eq, exists, gt, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { seatPools, seats } from '#db/schema/seats'
import { optionsOf } from '#lib/attendees/mutations/line'
import { newId } from '#lib/ids'
import { rulesOf } from '#lib/seats/mutations/claim'
import { roomOf } from '#lib/seats/mutations/room'

const PAGE = 500

/**
 * Seats everybody who holds a seat in the pools that apply now, past their limits if need be. What `reseat` does for one, for a whole event at
 * once: whatever the number of people, a few statements for each page of them, and one that counts.
 */
export async function settleAttendees(tx: Tx, eventId: string, now: Date): Promise<void> {
  const rules = await rulesOf(tx, eventId)
  const room = await roomOf(tx, eventId, rules)
  const limited = rules.flatMap((rule) => (rule.subject === 'option' && rule.subjectId ? [rule.subjectId] : []))
  for (let after = ''; ; ) {
    const page = await holders(tx, eventId, after)
    const ids = page.map(({ id }) => id)
    if (ids.length === 0) break
    after = ids.at(-1) ?? ''
    const held = Map.groupBy(await seatsOf(tx, ids), (seat) => seat.attendeeId)
    const chosen = limited.length > 0 ? await optionsOf(tx, ids, limited) : new Map()
    const moves: Move[] = []
    for (const person of page) {
      const poolIds = await room.poolsOf({ ...person, optionIds: chosen.get(person.id) ?? [] })
      moves.push(...movesOf(person.id, held.get(person.id) ?? [], poolIds))
    }
    await move(tx, moves, now)
  }
  await tx
    .update(seatPools)
    .set({ taken: sql`(select count(*) from ${seats} where ${seats.poolId} = ${seatPools.id})` })
    .where(eq(seatPools.eventId, eventId))
}

type Seat = { id: string; poolId: string }
/** A seat that goes to another pool, one more, or one less. */
type Move = { seatId: string; poolId: string } | { attendeeId: string; poolId: string } | { seatId: string }

/** A seat that moves keeps when and from which pool it was taken. */
function movesOf(attendeeId: string, held: readonly Seat[], poolIds: readonly string[]): Move[] {
  const leaving = held.filter((seat) => !poolIds.includes(seat.poolId))
  const entering = poolIds.filter((poolId) => !held.some((seat) => seat.poolId === poolId))
  return [
    ...entering.map((poolId, i) => (leaving[i] ? { seatId: leaving[i].id, poolId } : { attendeeId, poolId })),
    ...leaving.slice(entering.length).map((seat) => ({ seatId: seat.id })),
  ]
}

async function move(tx: Tx, moves: readonly Move[], now: Date): Promise<void> {
  const moved = moves.flatMap((one) => ('seatId' in one && 'poolId' in one ? [one] : []))
  const more = moves.flatMap((one) => ('attendeeId' in one ? [one] : []))
  const less = moves.flatMap((one) => ('poolId' in one ? [] : [one.seatId]))
  for (const [poolId, all] of Map.groupBy(moved, (one) => one.poolId))
    await tx
      .update(seats)
      .set({ poolId })
      .where(
        inArray(
          seats.id,
          all.map((one) => one.seatId),
        ),
      )
  if (less.length > 0) await tx.delete(seats).where(inArray(seats.id, less))
  for (let i = 0; i < more.length; i += PAGE)
    await tx
      .insert(seats)
      .values(more.slice(i, i + PAGE).map((one) => ({ id: newId(), takenFromId: one.poolId, ...one, takenAt: now })))
}

function holders(tx: Tx, eventId: string, after: string) {
  const holdsOne = tx.select({ id: seats.id }).from(seats).where(eq(seats.attendeeId, attendees.id))
  return tx
    .select({
      id: attendees.id,
      typeId: attendees.typeId,
      institutionId: attendees.institutionId,
      countryCode: attendees.countryCode,
      codeId: attendees.codeId,
    })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), gt(attendees.id, after), exists(holdsOne)))
    .orderBy(asc(attendees.id))
    .limit(PAGE)
}

const seatsOf = (tx: Tx, ids: string[]) =>
  tx
    .select({ id: seats.id, poolId: seats.poolId, attendeeId: seats.attendeeId })
    .from(seats)
    .where(inArray(seats.attendeeId, ids))
