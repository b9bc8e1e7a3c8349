import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '#db/client'
import type { AttendeeStatus, ListVisibility } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { consentToList } from '#lib/attendees/mutations/consents'
import { PARTICIPANTS_PAGE, participantsFor, publicParticipants } from '#lib/attendees/queries/participants'
import { ANONYMOUS } from '#lib/auth/actor'
import {
  makeEvent,
  makeInstitution,
  makeUser,
  NOW,
  participantOf,
  registered,
  SYSTEM,
  type TestEvent,
} from '#tests/setup/factories'

const TO_ALL = 'In the public list.'
const TO_OTHERS = 'To the others.'
let event: TestEvent
beforeEach(async () => {
  event = await makeEvent({ capacity: 500 })
  await show('public')
})

const show = (listVisibility: ListVisibility) =>
  transaction((tx) => tx.update(events).set({ listVisibility }).where(eq(events.id, event.id)))

async function person(familyName: string, agreed: string | null = TO_ALL, countryCode = 'KG') {
  const { attendeeId } = await registered(event, { givenName: 'A', familyName, countryCode })
  if (agreed) await consentToList(participantOf(event, attendeeId), { locale: 'en', text: agreed }, NOW)
  return attendeeId
}
const open = (page = 1) => publicParticipants(event.slug, [TO_ALL], page, 'en')
const names = async (list = open()) => (await list)?.people.map(({ name }) => name)

describe('the public list', () => {
  test('names who has a place and agreed, by name, with institution and country and nothing else', async () => {
    event = { ...event, institutionId: await makeInstitution('Academy of Lists') }
    await person('Bekova')
    await person('Asanova', TO_ALL, 'UZ')
    await person('Hidden', null)
    expect(await open()).toEqual({
      people: [
        { position: 1, name: 'A Asanova', institution: 'Academy of Lists', country: 'Uzbekistan' },
        { position: 2, name: 'A Bekova', institution: 'Academy of Lists', country: 'Kyrgyzstan' },
      ],
      total: 2,
      page: 1,
      pages: 1,
    })
  })

  test('forgets who withdraws, and who is no longer confirmed', async () => {
    const [leaves, stays, withdraws] = [await person('Leaves'), await person('Stays'), await person('Withdraws')]
    await cancelAttendee(SYSTEM, leaves, 'ill', NOW)
    await consentToList(participantOf(event, withdraws), null, NOW)
    expect(await names()).toEqual(['A Stays'])
    for (const status of ['pending', 'waiting', 'offered', 'declined'] satisfies AttendeeStatus[]) {
      await transaction((tx) =>
        tx
          .update(attendees)
          .set({ status })
          .where(inArray(attendees.id, [stays])),
      )
      expect(await names()).toEqual([])
    }
  })

  test('does not name who agreed to be named to the other participants only', async () => {
    await person('Shy', TO_OTHERS)
    await person('Open')
    expect(await names()).toEqual(['A Open'])
    expect(await names(publicParticipants(event.slug, [], 1, 'en'))).toEqual([])
  })

  test.each(['nobody', 'participants'] as const)('is none where it is for %s', async (visibility) => {
    await person('Someone')
    await show(visibility)
    expect(await open()).toBeNull()
  })

  test('is none of an event that is not published, or that there is not', async () => {
    await transaction((tx) => tx.update(events).set({ status: 'draft' }).where(eq(events.id, event.id)))
    expect(await open()).toBeNull()
    expect(await publicParticipants('no-such-event', [TO_ALL], 1, 'en')).toBeNull()
  })

  test('has pages; one beyond the end shows the last', async () => {
    for (let i = 0; i <= PARTICIPANTS_PAGE; i++) await person(`P${String(i).padStart(3, '0')}`)
    expect(await open()).toMatchObject({ total: PARTICIPANTS_PAGE + 1, pages: 2, page: 1 })
    expect(await names(open(2))).toEqual([`A P${PARTICIPANTS_PAGE}`])
    expect(await open(99)).toMatchObject({ page: 2 })
    expect(await open(-1)).toMatchObject({ page: 1 })
  })
})

describe('the list for participants', () => {
  test('is open to who has a place, and names also those who agreed to that alone', async () => {
    await person('Shy', TO_OTHERS)
    const reader = participantOf(event, await person('Reader', null))
    await show('participants')
    expect(await names(participantsFor(reader, 1, 'en'))).toEqual(['A Shy'])
    await show('public')
    expect(await names(participantsFor(reader, 1, 'en'))).toEqual(['A Shy'])
    await show('nobody')
    expect(await participantsFor(reader, 1, 'en')).toBeNull()
  })

  test('is closed to who waits or has cancelled, to strangers and to people of another event', async () => {
    await person('Someone')
    const gone = await person('Gone')
    await cancelAttendee(SYSTEM, gone, 'ill', NOW)
    expect(await participantsFor(participantOf(event, gone), 1, 'en')).toBeNull()
    for (const actor of [ANONYMOUS, await makeUser([{ slug: event.slug, role: 'organizer' }])])
      expect(await participantsFor(actor, 1, 'en')).toBeNull()
    const other = await makeEvent()
    const { attendeeId } = await registered(other)
    await transaction((tx) => tx.update(events).set({ listVisibility: 'public' }).where(eq(events.id, other.id)))
    expect(await names(participantsFor(participantOf(other, attendeeId), 1, 'en'))).toEqual([])
  })
})
