import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { confirmAttendee, putOnWaitingList } from '#lib/attendees/mutations/decide'
import type { Mail } from '#lib/mail/transport'
import { makeUser, NOW, registered } from '#tests/setup/factories'
import { letterFor, makeFullEvent, messageFor, received } from '#tests/setup/letters'

async function entryIn(mail: Mail | null) {
  if (!mail) throw new Error('no letter')
  const { attachments } = await received(mail)
  const file = attachments.find((one) => one.mimeType === 'text/calendar' || one.filename?.endsWith('.ics'))
  if (!file) return null
  const content = typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content)
  const calendar = new ICAL.Component(ICAL.parse(content))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return { method: calendar.getFirstPropertyValue('method'), event }
}

const markSent = async (attendeeId: string, kind: 'confirmed' | 'promoted') => {
  const row = await messageFor(attendeeId, kind)
  await transaction((tx) =>
    tx
      .update(outbox)
      .set({ status: 'sent', sentAt: NOW })
      .where(eq(outbox.id, row?.id ?? '')),
  )
}

it('the entry follows the place: put in, taken out, put in again, always the same and always newer', async () => {
  const event = await makeFullEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const { attendeeId } = await registered(event)
  const first = await entryIn(await letterFor(attendeeId, 'confirmed'))
  expect(first?.method).toBe('REQUEST')
  expect([first?.event.startDate.toString(), first?.event.endDate.toString()]).toEqual(['2027-04-23', '2027-04-25'])
  expect(first?.event.location).toBe('Main hall, 1 Manas Avenue, Bishkek, Kyrgyzstan')
  expect(first?.event.description).toContain('https://meet.example/secret')
  expect(first?.event.description).not.toContain('/r/')
  await markSent(attendeeId, 'confirmed')

  await putOnWaitingList(organizer, attendeeId, '', NOW)
  const second = await entryIn(await letterFor(attendeeId, 'moved-to-waiting'))
  await confirmAttendee(organizer, attendeeId, NOW)
  const third = await entryIn(await letterFor(attendeeId, 'confirmed'))
  await cancelAttendee(organizer, attendeeId, '', NOW)
  const fourth = await entryIn(await letterFor(attendeeId, 'cancelled'))
  const all = [first, second, third, fourth]
  expect(all.map((entry) => entry?.method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST', 'CANCEL'])
  expect(new Set(all.map((entry) => entry?.event.uid))).toEqual(new Set([attendeeId]))
  const sequences = all.map((entry) => entry?.event.sequence ?? 0)
  expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
})

it('moving up from the list counts as a change', async () => {
  const event = await makeFullEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  const first = (await registered(event)).attendeeId
  const second = (await registered(event)).attendeeId
  await markSent(first, 'confirmed')
  await putOnWaitingList(organizer, first, '', NOW)
  const promoted = await entryIn(await letterFor(second, 'promoted'))
  expect(promoted?.method).toBe('REQUEST')
  expect(promoted?.event.sequence).toBeGreaterThan(2)
})

it('those who never had a place get none', async () => {
  const event = await makeFullEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  await registered(event)
  const { attendeeId } = await registered(event)
  expect(await entryIn(await letterFor(attendeeId, 'waiting'))).toBeNull()
  await cancelAttendee(organizer, attendeeId, '', NOW)
  expect(await entryIn(await letterFor(attendeeId, 'cancelled'))).toBeNull()
})

it('nothing rides along once the event is over', async () => {
  const event = await makeFullEvent()
  const { attendeeId } = await registered(event)
  expect((await letterFor(attendeeId, 'confirmed', new Date('2027-05-01T00:00:00Z')))?.calendar).toBeUndefined()
})
