import { eq, sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { seatPools } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { makeEvent, NOW, participantOf, registered, seatState } from '#tests/setup/factories'

// The control to "many at once never oversell": the same load with a claim that looks at the count as it was a moment ago
// and takes afterwards, as a check before the transaction or a lagging counter does. It stands in this test alone.
vi.mock('#lib/seats/mutations/take', () => {
  let calls = 0
  let seen: { capacity: number | null; taken: number } | undefined
  return {
    // biome-ignore lint/suspicious/noExplicitAny: a stand-in with the shape of a transaction
    takePlace: async (tx: any, poolId: string) => {
      if (calls++ % 8 === 0)
        [seen] = await tx
          .select({ capacity: seatPools.capacity, taken: seatPools.taken })
          .from(seatPools)
          .where(eq(seatPools.id, poolId))
      if (seen && seen.capacity !== null && seen.taken >= seen.capacity) return false
      await tx
        .update(seatPools)
        .set({ taken: sql`${seatPools.taken} + 1` })
        .where(eq(seatPools.id, poolId))
      return true
    },
  }
})

it('an unguarded claim oversells under the same load', async () => {
  const event = await makeEvent({ capacity: 10 })
  const results = await Promise.all(Array.from({ length: 60 }, () => registered(event)))
  const firsts = results.filter((result) => result.status === 'confirmed').slice(0, 5)
  await Promise.all([
    ...firsts.map((result) => cancelAttendee(participantOf(event, result.attendeeId), result.attendeeId, '', NOW)),
    ...Array.from({ length: 10 }, () => registered(event)),
  ])
  expect((await seatState(event)).confirmed.length).toBeGreaterThan(10)
})
