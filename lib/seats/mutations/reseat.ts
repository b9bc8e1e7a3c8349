import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seats } from '#db/schema/seats'
import { newId } from '#lib/ids'
import { giveBack, takeAnyway } from '#lib/seats/mutations/count'
import { releaseSeats } from '#lib/seats/mutations/release'

/**
 * Seats somebody in other pools even where they are full: what merging institutions needs, since people keep the places they have. A seat
 * that moves keeps when and from which pool it was taken. Whoever holds no seat gets none. Answers whether seats changed.
 */
export async function reseat(tx: Tx, attendeeId: string, poolIds: readonly string[], now: Date): Promise<boolean> {
  const held = await tx
    .select({ id: seats.id, poolId: seats.poolId })
    .from(seats)
    .where(eq(seats.attendeeId, attendeeId))
  if (held.length === 0) return false
  const leaving = held.filter((seat) => !poolIds.includes(seat.poolId))
  const entering = poolIds.filter((poolId) => !held.some((seat) => seat.poolId === poolId))
  for (const [i, poolId] of entering.entries()) {
    await takeAnyway(tx, poolId)
    const moved = leaving[i]
    if (moved) {
      await tx.update(seats).set({ poolId }).where(eq(seats.id, moved.id))
      await giveBack(tx, moved.poolId)
    } else await tx.insert(seats).values({ id: newId(), poolId, takenFromId: poolId, attendeeId, takenAt: now })
  }
  const extra = leaving.slice(entering.length).map((seat) => seat.poolId)
  await releaseSeats(tx, attendeeId, extra)
  return leaving.length + entering.length > 0
}
