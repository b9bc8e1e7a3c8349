import 'server-only'
import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { poolRules, seatPools } from '#db/schema/seats'
import { emailKey } from '#lib/attendees/schema/person'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { Invitee, Skipped } from '#lib/invitations/mutations/invite'
import { poolsFor } from '#lib/seats/policy'

/** Who of a list would be left out when it is sent, and why. For organizers; for others everybody would be invited. */
export async function leftOut(actor: Actor, eventId: string, people: readonly Invitee[]): Promise<Skipped[]> {
  const keys = [...new Set(people.map(({ email }) => emailKey(email)))]
  if (keys.length === 0) return []
  const [open, came] = await Promise.all([
    db()
      .select({ key: invitations.emailKey })
      .from(invitations)
      .where(
        and(
          eq(invitations.eventId, eventId),
          isNull(invitations.outcome),
          inArray(invitations.emailKey, keys),
          within(actor, 'decide', invitations.eventId),
        ),
      ),
    db()
      .select({ key: attendees.emailKey })
      .from(attendees)
      .where(
        and(
          eq(attendees.eventId, eventId),
          inArray(attendees.emailKey, keys),
          within(actor, 'decide', attendees.eventId),
        ),
      ),
  ])
  const [invited, registered] = [open, came].map((rows) => new Set(rows.map(({ key }) => key)))
  const met = new Set<string>()
  return people.flatMap(({ email }): Skipped[] => {
    const key = emailKey(email)
    const again = met.has(key)
    met.add(key)
    if (again) return [{ email, why: 'twice' }]
    if (registered?.has(key)) return [{ email, why: 'registered' }]
    return invited?.has(key) ? [{ email, why: 'invited' }] : []
  })
}

/** How many places can still be held for people of a type, or of any; null where nothing limits them. For organizers. */
export async function freePlaces(actor: Actor, eventId: string, typeId: string | null): Promise<number | null> {
  const [found] = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  if (!found) return null
  const rules = await db()
    .select({
      id: poolRules.id,
      poolId: poolRules.poolId,
      subject: poolRules.subject,
      subjectId: poolRules.subjectId,
      eachCapacity: poolRules.eachCapacity,
    })
    .from(poolRules)
    .where(and(eq(poolRules.eventId, eventId), inArray(poolRules.subject, ['event', 'type'])))
  const wanted = poolsFor(typeId ? rules : rules.filter(({ subject }) => subject === 'event'), {
    typeId: typeId ?? '',
    institutionId: '',
    countryCode: '',
  })
  const ids = wanted.flatMap((pool) => ('poolId' in pool ? [pool.poolId] : []))
  const keys = wanted.flatMap((pool) => ('key' in pool ? [pool.key] : []))
  const pools = await db()
    .select({ key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
    .from(seatPools)
    .where(and(eq(seatPools.eventId, eventId), or(inArray(seatPools.id, ids), inArray(seatPools.key, keys))))
  // A pool that is made when first needed is empty until then.
  const unmade = wanted.flatMap((pool) =>
    'key' in pool && !pools.some(({ key }) => key === pool.key) ? [pool.capacity] : [],
  )
  const left = pools.flatMap(({ capacity, taken }) => (capacity === null ? [] : [Math.max(0, capacity - taken)]))
  const least = Math.min(...left, ...unmade)
  return Number.isFinite(least) ? least : null
}
