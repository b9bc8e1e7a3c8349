import 'server-only'
import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import { giveBack } from '#lib/seats/mutations/count'

/** For whom places are held until somebody comes: an open invitation, or the code of an organization. */
export type Holder = { invitationId: string } | { codeId: string }

export const ofHolder = (holder: Holder): SQL =>
  'codeId' in holder ? eq(seats.codeId, holder.codeId) : eq(seats.invitationId, holder.invitationId)

/** Gives back the seats of an attendee: every one, or those in the given pools. Answers the pools that have room again. */
export const releaseSeats = (tx: Tx, attendeeId: string, poolIds?: readonly string[]): Promise<string[]> =>
  release(tx, eq(seats.attendeeId, attendeeId), poolIds)

/** Gives back what is held for somebody, likewise. */
export const releaseHeld = (tx: Tx, holder: Holder, poolIds?: readonly string[]): Promise<string[]> =>
  release(tx, ofHolder(holder), poolIds)

async function release(tx: Tx, whose: SQL, poolIds?: readonly string[]): Promise<string[]> {
  if (poolIds?.length === 0) return []
  const released = await tx
    .delete(seats)
    .where(and(whose, poolIds && inArray(seats.poolId, [...poolIds])))
    .returning({ poolId: seats.poolId })
  for (const { poolId } of released) await giveBack(tx, poolId)
  return released.map((seat) => seat.poolId)
}
