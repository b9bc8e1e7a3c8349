import 'server-only'
import { db } from '#db/client'
import { events } from '#db/schema/events'
import { seatPools } from '#db/schema/seats'
import { type FaultKind, faultsOf } from '#lib/attendees/queries/faults'
import { miscounted } from '#lib/seats/queries'

/** What is wrong, whose event, and about what: the id of a pool, an attendee, an invitation or a code. `above` is no fault: somebody decided so. */
export type Finding = { kind: 'count' | 'above' | FaultKind; event: string; id: string; text: string }

/** Looks whether what must always hold does hold, event by event. For the command line. */
export async function diagnose(now = new Date()): Promise<Finding[]> {
  const all = await db()
    .select({
      id: events.id,
      slug: events.slug,
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      waitingMode: events.waitingMode,
      promotionOwed: events.promotionOwed,
    })
    .from(events)
  const pools = await db()
    .select({
      id: seatPools.id,
      eventId: seatPools.eventId,
      key: seatPools.key,
      capacity: seatPools.capacity,
      taken: seatPools.taken,
    })
    .from(seatPools)
  const wrong = await miscounted()
  const slugs = new Map(all.map(({ id, slug }) => [id, slug]))
  const findings: Finding[] = []
  const find = (kind: Finding['kind'], eventId: string, id: string, text: string) =>
    findings.push({ kind, event: slugs.get(eventId) ?? eventId, id, text })
  for (const { poolId, eventId, taken, seats } of wrong) {
    const pool = pools.find(({ id }) => id === poolId)
    find('count', eventId, poolId, `${pool?.key}: counts ${taken} but holds ${seats} seats`)
  }
  for (const pool of pools)
    if (pool.capacity !== null && pool.taken > pool.capacity)
      find('above', pool.eventId, pool.id, `${pool.key}: ${pool.taken} of ${pool.capacity}`)
  const seatsIn = new Map(wrong.map(({ poolId, seats }) => [poolId, seats]))
  const counted = pools.map((pool) => ({ ...pool, taken: Math.max(pool.taken, seatsIn.get(pool.id) ?? 0) }))
  const poolsIn = Map.groupBy(counted, ({ eventId }) => eventId)
  for (const event of all)
    for (const [kind, id, text] of await faultsOf(event, poolsIn.get(event.id) ?? [], now))
      find(kind, event.id, id, text)
  return findings
}
