/**
 * Run once under the clock of the pictures: loads the example conference, a full event and an administrator, and prints
 * as JSON where the screens stand.
 */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, disconnect, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { putOnWaitingList } from '#lib/attendees/mutations/decide'
import { register } from '#lib/attendees/mutations/register'
import { registration } from '#lib/attendees/schema/person'
import { linkToken } from '#lib/auth/link'
import { addUser, mintSignIn } from '#lib/auth/mutations'
import { loadExample } from '#lib/cli/example/load'
import { currentNotice } from '#lib/events/queries/event'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { institutionBy } from '#lib/institutions/queries/find'
import { institution, openEvent, TEST } from '#tests/e2e/support/person'

const now = new Date()
const slug = await loadExample(now)
const [example] = await db().select({ id: events.id }).from(events).where(eq(events.slug, slug))
const people = await db()
  .select({ id: attendees.id, family: attendees.familyName, version: attendees.linkVersion })
  .from(attendees)
  .where(eq(attendees.eventId, example?.id ?? ''))
const person = (family: string) => {
  const found = people.find((one) => one.family === family)
  if (!found) throw new Error(`The example has no ${family}.`)
  return found
}
for (const family of ['Latipova', 'Qanatuly']) await putOnWaitingList(TEST, person(family).id, 'Partners first', now)
// No verb leads here yet; the list shows them all the same.
for (const [family, status] of [
  ['Omarova', 'pending'],
  ['Hakimov', 'pending'],
  ['Ibraimova', 'offered'],
  ['Rahmoni', 'declined'],
] as const)
  await transaction(async (tx) => {
    await tx
      .update(attendees)
      .set({ status })
      .where(eq(attendees.id, person(family).id))
  })

await institution('Seven Rivers Academy')
const full = await openEvent({
  slug: 'water-school',
  capacity: 1,
  texts: {
    en: { title: 'Water and Health: a Summer School on Issyk-Kul', city: 'Cholpon-Ata' },
    ru: { title: 'Вода и здоровье: летняя школа на Иссык-Куле', city: 'Чолпон-Ата' },
  },
})
const notice = await currentNotice(db(), full.id, 'en', 'en')
const waiting: string[] = []
for (const given of ['Aigerim', 'Sherzod', 'Jūratė', 'Gulnara']) {
  const form = registration.parse({
    email: `bekova.${waiting.length + 1}@mail.example`,
    givenName: given,
    familyName: 'Bekova',
    countryCode: 'KG',
    typeId: full.typeIds[0],
    institution: 'Seven Rivers Academy',
    noticeId: notice?.id,
    privacy: 'on',
    key: randomUUID(),
  })
  const wording = { locale: 'en', privacy: '', listed: '' } as const
  const made = await register(TEST, full.slug, form, wording, now)
  if (!made.ok) throw new Error(`${given} was refused: ${made.reason}`)
  waiting.push(linkToken(made.value.attendeeId, made.value.linkVersion))
}

const host = await institutionBy(db(), 'ror', '026t9hg14')
const proposed = await transaction((tx) =>
  proposeInstitution(tx, TEST, { name: 'Kyrgyz Medical Academy', city: 'Bishkek', countryCode: 'KG' }, now),
)

const email = 'admin@pictures.example'
await addUser(TEST, { email, admin: true })
const token = (family: string) => linkToken(person(family).id, person(family).version)
console.log(
  JSON.stringify({
    signIn: `/sign-in/${await mintSignIn(TEST, email)}`,
    event: `/e/${slug}`,
    full: `/e/${full.slug}`,
    desk: `/desk/${slug}`,
    attendee: `/desk/${slug}/attendees/${person('Toktobaeva').id}`,
    waitingAttendee: `/desk/${slug}/attendees/${person('Latipova').id}`,
    institution: `/desk/institutions/${host}`,
    proposed: `/desk/institutions/${proposed}`,
    own: `/r/${token('Toktobaeva')}`,
    cancelled: `/r/${token('Asanbekov')}`,
    waiting: `/r/${waiting.at(-1)}`,
  }),
)
await disconnect()
