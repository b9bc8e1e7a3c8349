import { eq, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { newCode, newId } from '#lib/ids'
import { rulesOf } from '#lib/seats/mutations/claim'
import { roomOf } from '#lib/seats/mutations/room'
import type { TestEvent } from '#tests/e2e/support/person'

const PAGE = 500

/** Puts many people into an event at once, without a message to any: they wait, or have a seat in every pool that applies. */
export async function crowd(
  event: TestEvent,
  institutions: readonly string[],
  n: number,
  status: 'waiting' | 'confirmed',
): Promise<void> {
  for (let from = 0; from < n; from += PAGE)
    await transaction(async (tx) => {
      const people = Array.from({ length: Math.min(PAGE, n - from) }, (_, i) => person(event, institutions, from + i))
      await tx.insert(attendees).values(people.map((one) => ({ ...one, status })))
      if (status === 'waiting') await wait(tx, event, people, from)
      await sit(tx, event, people, status)
    })
}

type Person = ReturnType<typeof person>

function person(event: TestEvent, institutions: readonly string[], i: number) {
  const id = newId()
  const name = { givenName: 'Measured', familyName: `Person${i}` }
  const now = new Date()
  return {
    id,
    eventId: event.id,
    code: newCode(),
    typeId: event.typeIds[i % 2] ?? '',
    institutionId: institutions[i % institutions.length] ?? '',
    countryCode: 'KG',
    email: `${id}@crowd.test`,
    emailKey: `${id}@crowd.test`,
    ...name,
    locale: 'en',
    searchKey: `person${i} measured`,
    sortKey: `person${i} measured`,
    submissionHash: id,
    registeredAt: now,
    updatedAt: now,
  }
}

async function wait(tx: Tx, event: TestEvent, people: readonly Person[], from: number): Promise<void> {
  const [pool] = await tx.select({ id: seatPools.id }).from(seatPools).where(eq(seatPools.eventId, event.id))
  const blockedById = pool?.id ?? null
  await tx.insert(waitingPlaces).values(
    people.map(({ id, registeredAt }, i) => ({
      attendeeId: id,
      eventId: event.id,
      position: from + i + 1,
      blockedById,
      since: registeredAt,
    })),
  )
}

/** Makes the pools that apply, and seats those who have a place in them. */
async function sit(tx: Tx, event: TestEvent, people: readonly Person[], status: string): Promise<void> {
  const room = await roomOf(tx, event.id, await rulesOf(tx, event.id))
  const rows: (typeof seats.$inferInsert)[] = []
  for (const one of people)
    for (const poolId of await room.poolsOf(one))
      rows.push({ id: newId(), poolId, takenFromId: poolId, attendeeId: one.id, takenAt: one.registeredAt })
  if (status === 'waiting' || rows.length === 0) return
  await tx.insert(seats).values(rows)
  const taken = sql`(select count(*) from ${seats} where ${seats.poolId} = ${seatPools.id})`
  await tx.update(seatPools).set({ taken }).where(eq(seatPools.eventId, event.id))
}
