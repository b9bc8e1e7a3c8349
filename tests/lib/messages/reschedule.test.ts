import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '#db/client'
import { mailings } from '#db/schema/mailings'
import { ANONYMOUS } from '#lib/auth/actor'
import { cancelMailing } from '#lib/messages/mutations/mailings/cancel'
import { createMailing } from '#lib/messages/mutations/mailings/create'
import { queueMailings } from '#lib/messages/mutations/mailings/queue'
import { rescheduleMailing } from '#lib/messages/mutations/mailings/reschedule'
import { scheduleMailing } from '#lib/messages/mutations/mailings/schedule'
import { makeEvent, makeUser, NOW, registered } from '#tests/setup/factories'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

async function scheduled() {
  const event = await makeEvent()
  const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
  await registered(event)
  const texts = { en: { subject: 'Rooms', body: 'Words' } }
  const made = await createMailing(organizer, event.id, { filters: '', texts }, NOW)
  if (!made.ok) throw new Error(made.reason)
  return { event, organizer, id: made.value.id }
}
const timeOf = async (id: string) =>
  (await db().select({ at: mailings.scheduledFor }).from(mailings).where(eq(mailings.id, id)))[0]?.at

it('a letter gets another time until it begins to go out, and goes at that one alone', async () => {
  const { organizer, id } = await scheduled()
  const refused = (reason: string) => ({ ok: false, reason })
  expect(await rescheduleMailing(organizer, id, later(60), NOW)).toEqual(refused('not-possible'))
  await scheduleMailing(organizer, id, { at: later(30), expected: 1 }, NOW)
  expect(await rescheduleMailing(organizer, id, NOW, later(1))).toEqual(refused('past'))
  expect((await rescheduleMailing(organizer, id, later(60), later(1))).ok).toBe(true)
  expect(await timeOf(id)).toEqual(later(60))
  expect(await queueMailings(later(31))).toBe(0)
  expect(await queueMailings(later(61))).toBe(1)
  expect(await rescheduleMailing(organizer, id, later(90), later(62))).toEqual(refused('not-possible'))
})

it('refuses the wrong actor, and one that was called off', async () => {
  const { event, organizer, id } = await scheduled()
  await scheduleMailing(organizer, id, { at: later(30), expected: 1 }, NOW)
  const stranger = await makeUser([{ slug: (await makeEvent()).slug, role: 'organizer' }])
  const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
  for (const actor of [ANONYMOUS, stranger, staff])
    expect(await rescheduleMailing(actor, id, later(60), NOW)).toEqual({ ok: false, reason: 'not-found' })
  expect(await timeOf(id)).toEqual(later(30))
  await cancelMailing(organizer, id, later(1))
  expect(await rescheduleMailing(organizer, id, later(60), later(2))).toEqual({ ok: false, reason: 'not-possible' })
})
