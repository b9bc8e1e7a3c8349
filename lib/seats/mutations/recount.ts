import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { seatPools } from '#db/schema/seats'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { miscounted } from '#lib/seats/queries'

/** Sets the count of each pool to the number of its seats. Answers how many were wrong. For the command line and administrators. */
export async function recount(actor: Actor, now = new Date()): Promise<Result<number, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const wrong = await miscounted(tx)
    for (const pool of wrong) {
      await tx.update(seatPools).set({ taken: pool.seats }).where(eq(seatPools.id, pool.poolId))
      const change = { before: { taken: pool.taken }, after: { taken: pool.seats } }
      await record(tx, actor, { verb: 'limit.recount', eventId: pool.eventId, subjectId: pool.poolId, ...change }, now)
    }
    return done(wrong.length)
  })
}
