import { asc, eq, inArray, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { db, engineName, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { institutionIdentifiers, institutionNames, institutions } from '#db/schema/institutions'
import { institutionMerges } from '#db/schema/merges'
import { poolRules, seatPools, seats } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { mergeInstitutions, undoMerge } from '#lib/attendees/mutations/merge'
import { correction } from '#lib/attendees/schema/person'
import { newId } from '#lib/ids'
import { addInstitution } from '#lib/institutions/mutations/add'
import { miscounted } from '#lib/seats/queries'
import { makeEvent, makeUser, NOW, registered, type TestEvent } from '#tests/setup/factories'

const PLACES = 5
const PEOPLE = 7

type Step =
  | { kind: 'merge'; from: number; into: number }
  | { kind: 'undo'; which: number }
  | { kind: 'correct'; person: number; to: number }
  | { kind: 'cancel'; person: number }

const place = fc.nat(PLACES - 1)
const person = fc.nat(PEOPLE - 1)
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: place, into: place }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), person, to: place }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), person }) },
  ),
  { minLength: 1, maxLength: 14 },
)

it('merging and undoing it restores every attendee, name and identifier', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (acts) => {
      const world = await makeWorld()
      const before = await registryOf(world.places)
      for (const act of acts) {
        await take(world, act)
        await holds(world)
      }
      await undoAll(world)
      await holds(world)
      expect(await registryOf(world.places)).toEqual(before)
      for (const [i, id] of world.people.entries()) expect(await institutionOf(id)).toBe(world.home[i])
    }),
    { numRuns: engineName() === 'sqlite' ? 60 : 6 },
  )
}, 240_000)

type World = Awaited<ReturnType<typeof makeWorld>>

/** An event of few places, at most two from each institution, with people from five institutions, some of whom wait. */
async function makeWorld() {
  const event: TestEvent = await makeEvent({ capacity: 6 })
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  await transaction((tx) =>
    tx.insert(poolRules).values({ id: newId(), eventId: event.id, subject: 'institution', eachCapacity: 2 }),
  )
  const places: string[] = []
  for (let i = 0; i < PLACES; i++)
    places.push(
      await transaction((tx) =>
        addInstitution(
          tx,
          {
            name: `University ${i} of ${event.slug}`,
            city: 'Osh',
            country: 'KG',
            names: [
              { name: `U${i}`, kind: 'acronym' },
              { name: 'One name that all share', kind: 'alias' },
            ],
            identifiers: [{ scheme: 'domain', value: `u${i}.${event.slug}.example` }],
          },
          NOW,
        ),
      ),
    )
  const people: string[] = []
  const home: string[] = []
  for (let i = 0; i < PEOPLE; i++) {
    const institutionId = places[i % 3] as string
    people.push((await registered(event, { institutionId })).attendeeId)
    home.push(institutionId)
  }
  return { event, organizer, places, people, home }
}

async function take({ organizer, places, people, home }: World, step: Step): Promise<void> {
  if (step.kind === 'merge')
    await mergeInstitutions(organizer, { fromId: places[step.from] ?? '', intoId: places[step.into] ?? '' }, NOW)
  if (step.kind === 'undo') {
    const standing = await standingMerges(places)
    const merge = standing[step.which % Math.max(1, standing.length)]
    if (merge) await undoMerge(organizer, merge.id, NOW)
  }
  if (step.kind === 'cancel') await cancelAttendee(organizer, people[step.person] ?? '', '', NOW)
  if (step.kind === 'correct') {
    const [row] = await db()
      .select()
      .from(attendees)
      .where(eq(attendees.id, people[step.person] ?? ''))
    if (!row) throw new Error('nobody')
    const institutionId = places[step.to] ?? ''
    const form = correction.parse({ ...row, institution: 'x y', institutionId, revision: String(row.revision) })
    const corrected = await correctAttendee(organizer, row.id, form, NOW)
    const now = await institutionOf(row.id)
    // Whoever was moved to another institution by hand is at home there, also when that was merged before.
    if (corrected.ok && now !== row.institutionId) home[step.person] = now ?? ''
  }
}

/** Nobody comes from an institution that is merged; every count is right; each seat is in the pool of where its holder comes from. */
async function holds({ event, people }: World): Promise<void> {
  expect(await miscounted()).toEqual([])
  const rows = await db()
    .select({
      institutionId: attendees.institutionId,
      mergedIntoId: institutions.mergedIntoId,
      status: attendees.status,
    })
    .from(attendees)
    .innerJoin(institutions, eq(institutions.id, attendees.institutionId))
    .where(inArray(attendees.id, people))
  expect(rows.filter((row) => row.mergedIntoId !== null)).toEqual([])
  const held = await db()
    .select({ key: seatPools.key, institutionId: attendees.institutionId })
    .from(seats)
    .innerJoin(seatPools, eq(seatPools.id, seats.poolId))
    .innerJoin(attendees, eq(attendees.id, seats.attendeeId))
    .where(eq(seatPools.eventId, event.id))
  expect(held.filter(({ key, institutionId }) => key !== 'event' && !key.endsWith(institutionId))).toEqual([])
}

async function undoAll({ organizer, places }: World): Promise<void> {
  for (let left = await standingMerges(places); left.length > 0; left = await standingMerges(places)) {
    const undone = []
    for (const merge of left.toReversed()) undone.push((await undoMerge(organizer, merge.id, NOW)).ok)
    expect(undone).toContain(true)
  }
}

const institutionOf = async (id: string) =>
  (await db().select({ id: attendees.institutionId }).from(attendees).where(eq(attendees.id, id)))[0]?.id

async function standingMerges(places: string[]) {
  const rows = await db()
    .select({ id: institutionMerges.id, fromId: institutionMerges.fromId })
    .from(institutionMerges)
    .where(isNull(institutionMerges.undoneAt))
    .orderBy(asc(institutionMerges.id))
  return rows.filter((row) => places.includes(row.fromId))
}

async function registryOf(places: string[]) {
  const rows = await db().select().from(institutions).where(inArray(institutions.id, places)).orderBy(institutions.id)
  const names = await db()
    .select()
    .from(institutionNames)
    .where(inArray(institutionNames.institutionId, places))
    .orderBy(institutionNames.id)
  const identifiers = await db()
    .select()
    .from(institutionIdentifiers)
    .where(inArray(institutionIdentifiers.institutionId, places))
    .orderBy(institutionIdentifiers.id)
  return { rows, names, identifiers }
}
