import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { seatPools, seats, waitingPlaces } from '#db/schema/seats'
import { register } from '#lib/attendees/mutations/register'
import { type Registration, registration } from '#lib/attendees/schema/person'
import { type Actor, ANONYMOUS, system } from '#lib/auth/actor'
import { addUser } from '#lib/auth/mutations'
import { createEvent } from '#lib/events/mutations/create'
import { currentNotice } from '#lib/events/queries/event'
import type { NewEvent } from '#lib/events/schema/new-event'
import { addInstitution } from '#lib/institutions/mutations/add'
import { grantRole } from '#lib/team/mutations/grant'

export const SYSTEM = system('test')
export const NOW = new Date('2027-03-01T10:00:00Z')
export const WORDING = { locale: 'en', privacy: 'I have read the notice.', listed: 'Show my name.' } as const

let n = 0
const next = () => ++n

export type TestEvent = { id: string; slug: string; typeIds: string[]; noticeId: string; institutionId: string }

/** An event open at NOW, with two attendee types and an institution of its own to come from. */
export async function makeEvent(change: Partial<NewEvent> = {}): Promise<TestEvent> {
  const slug = `event-${next()}`
  const made = await createEvent(
    SYSTEM,
    {
      slug,
      startsOn: '2027-04-23',
      endsOn: '2027-04-24',
      timeZone: 'Asia/Bishkek',
      opensAt: new Date('2027-02-01T00:00:00Z'),
      closesAt: new Date('2027-04-10T17:59:00Z'),
      countryCode: 'KG',
      capacity: 50,
      texts: { en: { title: `Event ${slug}` }, ru: { title: `Событие ${slug}` } },
      types: [
        { en: 'Faculty', ru: 'Преподаватель' },
        { en: 'Researcher', ru: 'Исследователь' },
      ],
      notice: { en: 'Notice', ru: 'Уведомление' },
      ...change,
    },
    NOW,
  )
  if (!made.ok) throw new Error(made.reason)
  const notice = await currentNotice(db(), made.value.id, 'en', 'en')
  return { ...made.value, noticeId: notice?.id ?? '', institutionId: await makeInstitution() }
}

export function makeInstitution(name = `University ${next()}`, country = 'KG'): Promise<string> {
  return transaction((tx) => addInstitution(tx, { name, city: 'Bishkek', country, names: [], identifiers: [] }, NOW))
}

/** A form as somebody fills it in for the event. */
export function filledForm(event: TestEvent, change: Partial<Record<keyof Registration, string>> = {}): Registration {
  const i = next()
  return registration.parse({
    email: `person${i}@mail.test`,
    givenName: `Given${i}`,
    familyName: `Family${i}`,
    countryCode: 'KG',
    typeId: event.typeIds[0],
    institution: 'University',
    institutionId: event.institutionId,
    noticeId: event.noticeId,
    privacy: 'on',
    key: randomUUID(),
    ...change,
  })
}

/** Somebody registered for the event; throws when refused. */
export async function registered(
  event: TestEvent,
  change: Partial<Record<keyof Registration, string>> = {},
  now = NOW,
) {
  const result = await register(ANONYMOUS, event.slug, filledForm(event, change), WORDING, now)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

export async function makeUser(
  roles: { slug: string; role: 'organizer' | 'staff' }[] = [],
  admin = false,
): Promise<Actor & { kind: 'user' }> {
  const email = `user${next()}@desk.test`
  const added = await addUser(SYSTEM, { email, admin }, NOW)
  if (!added.ok) throw new Error(added.reason)
  for (const role of roles) await grantRole(SYSTEM, { emails: [email], ...role }, NOW)
  return { kind: 'user', userId: added.value.userId }
}

export const participantOf = (event: TestEvent, attendeeId: string): Actor => ({
  kind: 'participant',
  attendeeId,
  eventId: event.id,
})

export async function statusOf(attendeeId: string): Promise<string | undefined> {
  const [row] = await db().select({ status: attendees.status }).from(attendees).where(eq(attendees.id, attendeeId))
  return row?.status
}

/** The state that must always be consistent: the pool's count, its seats, the statuses, the queue. */
export async function seatState(event: { id: string }) {
  const [pool] = await db().select().from(seatPools).where(eq(seatPools.eventId, event.id))
  const held = pool ? await db().select({ id: seats.attendeeId }).from(seats).where(eq(seats.poolId, pool.id)) : []
  const people = await db()
    .select({ id: attendees.id, status: attendees.status })
    .from(attendees)
    .where(eq(attendees.eventId, event.id))
  const queue = await db()
    .select({ id: waitingPlaces.attendeeId, position: waitingPlaces.position })
    .from(waitingPlaces)
    .where(eq(waitingPlaces.eventId, event.id))
    .orderBy(waitingPlaces.position)
  const withStatus = (status: string) => people.filter((person) => person.status === status).map((person) => person.id)
  return {
    capacity: pool?.capacity ?? null,
    taken: pool?.taken ?? 0,
    seats: held.flatMap((seat) => seat.id ?? []),
    confirmed: withStatus('confirmed'),
    waiting: withStatus('waiting'),
    cancelled: withStatus('cancelled'),
    queue: queue.map((place) => place.id),
  }
}
