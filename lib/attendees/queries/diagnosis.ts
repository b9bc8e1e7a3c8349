import 'server-only'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { db, type Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { offers, seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { optionsOf } from '#lib/attendees/mutations/pools'
import { rulesOf } from '#lib/seats/mutations/claim'
import { poolsFor } from '#lib/seats/policy'
import { holds, miscounted } from '#lib/seats/queries'

/** What is wrong, whose event, and about what: the id of a pool, an attendee, an invitation or a code. `above` is no fault: somebody decided so. */
export type Finding = {
  kind:
    | 'count'
    | 'place-missing'
    | 'place-left'
    | 'seat-missing'
    | 'seat-left'
    | 'offer-missing'
    | 'offer-left'
    | 'hold-missing'
    | 'hold-left'
    | 'above'
  event: string
  id: string
  text: string
}

/** Looks whether what must always hold does hold, event by event. For the command line. */
export async function diagnose(): Promise<Finding[]> {
  const slugs = new Map(
    (await db().select({ id: events.id, slug: events.slug }).from(events)).map((event) => [event.id, event.slug]),
  )
  const pools = await db()
    .select({
      id: seatPools.id,
      eventId: seatPools.eventId,
      key: seatPools.key,
      capacity: seatPools.capacity,
      taken: seatPools.taken,
    })
    .from(seatPools)
  const findings: Finding[] = []
  const find = (kind: Finding['kind'], eventId: string, id: string, text: string) =>
    findings.push({ kind, event: slugs.get(eventId) ?? eventId, id, text })
  for (const wrong of await miscounted()) {
    const pool = pools.find(({ id }) => id === wrong.poolId)
    find(
      'count',
      pool?.eventId ?? '',
      wrong.poolId,
      `${pool?.key}: counts ${wrong.taken} but holds ${wrong.seats} seats`,
    )
  }
  for (const pool of pools)
    if (pool.capacity !== null && pool.taken > pool.capacity)
      find('above', pool.eventId, pool.id, `${pool.key}: ${pool.taken} of ${pool.capacity}`)
  for (const eventId of slugs.keys())
    for (const [kind, id, text] of [...(await statesOf(eventId)), ...(await holdsOf(eventId))])
      find(kind, eventId, id, text)
  return findings
}

type State = [kind: Finding['kind'], id: string, text: string]
const PAGE = 500

/** Whoever waits has a place in the queue, whoever was offered a seat an open offer, and seats hold those who should, in every pool that applies. */
async function statesOf(eventId: string): Promise<State[]> {
  const rules = await rulesOf(db() as Tx, eventId)
  const limitsOptions = rules.some((rule) => rule.subject === 'option')
  const states: State[] = []
  for (let last = ''; ; ) {
    const people = await db()
      .select({
        id: attendees.id,
        status: attendees.status,
        typeId: attendees.typeId,
        institutionId: attendees.institutionId,
        countryCode: attendees.countryCode,
        codeId: attendees.codeId,
        place: waitingPlaces.attendeeId,
        offer: offers.id,
      })
      .from(attendees)
      .leftJoin(waitingPlaces, eq(waitingPlaces.attendeeId, attendees.id))
      .leftJoin(offers, and(eq(offers.attendeeId, attendees.id), isNull(offers.outcome)))
      .where(and(eq(attendees.eventId, eventId), gt(attendees.id, last)))
      .orderBy(asc(attendees.id))
      .limit(PAGE)
    for (const person of people) {
      last = person.id
      const { id, status } = person
      if ((status === 'waiting') !== (person.place !== null))
        states.push(
          person.place
            ? ['place-left', id, `${status}, but in the queue`]
            : ['place-missing', id, 'waiting, but not in the queue'],
        )
      if ((status === 'offered') !== (person.offer !== null))
        states.push(
          person.offer
            ? ['offer-left', id, `${status}, but an offer is open`]
            : ['offer-missing', id, 'offered, but no offer is open'],
        )
      const held = (await db().select({ poolId: seats.poolId }).from(seats).where(eq(seats.attendeeId, id))).length
      const optionIds = limitsOptions ? await optionsOf(db() as Tx, id) : []
      const wanted = poolsFor(rules, { ...person, optionIds }).length
      const seated = status === 'confirmed' || status === 'offered'
      if (seated && held < wanted) states.push(['seat-missing', id, `${status}, but holds ${held} of ${wanted} seats`])
      if ((seated || status === 'pending') && held > wanted)
        states.push(['seat-left', id, `${status}, but holds ${held} seats where ${wanted} apply`])
      if (!seated && status !== 'pending' && held > 0)
        states.push(['seat-left', id, `${status}, but holds ${held} seats`])
    }
    if (people.length < PAGE) return states
  }
}

/** What is held for those who have not come yet: each open invitation and code exactly what it must, those that ended nothing. */
async function holdsOf(eventId: string): Promise<State[]> {
  const rules = await rulesOf(db() as Tx, eventId)
  return (await holds(eventId, rules)).flatMap(({ id, name, pool, held, must }): State[] => {
    if (held === must) return []
    return [[held < must ? 'hold-missing' : 'hold-left', id, `${name} holds ${held} of ${must} places in ${pool}`]]
  })
}
