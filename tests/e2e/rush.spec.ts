import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { miscounted } from '#lib/seats/queries'
import { formOf, send } from './support/form.ts'
import { institution, openEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

const SUBMITS = 500
const CANCELLATIONS = 40

test('500 submits at once for 50 places, with cancellations among them, oversell nothing and lose nobody', async ({
  baseURL,
}) => {
  test.setTimeout(240_000)
  const event = await openEvent({ capacity: 50 })
  await institution('Rush Academy')
  const address = `${baseURL}/e/${event.slug}/register`
  const empty = await formOf(address, 'name="email"')
  const filled = (email: string, key: string = randomUUID()) => {
    const form = new FormData()
    for (const [name, value] of empty) form.append(name, value)
    const typed = {
      email,
      key,
      givenName: 'Rush',
      familyName: email.split('@')[0] as string,
      institution: 'Rush Academy',
      countryCode: 'KG',
      typeId: event.typeIds[0] as string,
      privacy: '1',
    }
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    return form
  }

  let cancelling = 0
  const cancel = async (own: string) => {
    const page = new URL(own, baseURL).href.split('?')[0] as string
    return send(page, await formOf(page, 'Give up my seat'))
  }
  const cancellations: Promise<{ status: number }>[] = []
  const submit = async (i: number) => {
    const answer = await send(address, filled(`rush${i}@mail.test`))
    if (answer.location?.includes('/r/') && cancelling < CANCELLATIONS) {
      cancelling++
      cancellations.push(cancel(answer.location))
    }
    return answer
  }
  // Some come twice: the same form again, and the same address in another form.
  const twice = filled('twice@mail.test')
  const answers = await Promise.all([
    ...Array.from({ length: SUBMITS }, (_, i) => submit(i)),
    ...Array.from({ length: 5 }, () => send(address, twice)),
    ...Array.from({ length: 5 }, () => send(address, filled('TWICE@mail.test'))),
  ])
  for (const answer of await Promise.all(cancellations)) expect(answer.status).toBeLessThan(400)

  const admitted = answers.filter((answer) => answer.location?.includes('/r/'))
  expect(
    answers
      .slice(0, SUBMITS)
      .filter((answer) => !answer.location)
      .map((answer) => answer.status),
  ).toEqual([])
  const people = await db().select().from(attendees).where(eq(attendees.eventId, event.id))
  expect(people).toHaveLength(SUBMITS + 1)
  expect(new Set(people.map((person) => person.emailKey)).size).toBe(SUBMITS + 1)
  expect(new Set(admitted.slice(SUBMITS).map((answer) => answer.location)).size).toBe(1)

  const [pool] = await db().select().from(seatPools).where(eq(seatPools.eventId, event.id))
  const held = await db()
    .select()
    .from(seats)
    .where(eq(seats.poolId, pool?.id as string))
  const queue = await db()
    .select()
    .from(waitingPlaces)
    .where(eq(waitingPlaces.eventId, event.id))
    .orderBy(waitingPlaces.position)
  const by = (status: string) => people.filter((person) => person.status === status).map((person) => person.id)
  expect(pool).toMatchObject({ capacity: 50, taken: 50 })
  expect(held.flatMap((seat) => seat.attendeeId ?? []).sort()).toEqual(by('confirmed').sort())
  expect(by('cancelled')).toHaveLength(CANCELLATIONS)
  expect(queue.map((place) => place.attendeeId)).toEqual(by('waiting').sort())
  expect(by('confirmed').length + by('waiting').length + by('cancelled').length).toBe(SUBMITS + 1)
  // Nobody who still waits came before somebody who has a seat: places went in order.
  const lastSeated = by('confirmed').sort().at(-1) as string
  expect(by('waiting').every((id) => id > lastSeated)).toBe(true)
  expect(await miscounted()).toEqual([])
})
