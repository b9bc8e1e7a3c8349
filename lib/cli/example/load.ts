import { randomUUID } from 'node:crypto'
import { db } from '#db/client'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { register } from '#lib/attendees/mutations/register'
import { registration } from '#lib/attendees/schema/person'
import { system } from '#lib/auth/actor'
import { EXAMPLE_PARTNERS, exampleEvent } from '#lib/cli/example/event'
import { PEOPLE } from '#lib/cli/example/people'
import { createEvent } from '#lib/events/mutations/create'
import { currentNotice } from '#lib/events/queries/event'
import { institutionBy } from '#lib/institutions/queries/find'

/** International Higher School of Medicine, Bishkek. */
const HOST_ROR = '026t9hg14'

const WORDING = {
  locale: 'en',
  privacy: 'I have read the privacy notice (example).',
  listed: 'Show my name on the list of participants (example).',
} as const

/** Loads the example conference with its invented people, through the same verbs as real ones. Answers its slug. */
export async function loadExample(now: Date): Promise<string> {
  const actor = system('example')
  const hostId = await institutionBy(db(), 'ror', HOST_ROR)
  if (!hostId) throw new Error('The starter registry lacks the host of the example.')
  const partners = await Promise.all(EXAMPLE_PARTNERS.map(([scheme, value]) => institutionBy(db(), scheme, value)))
  const partnerIds = partners.filter((id) => id !== null)
  const made = await createEvent(actor, exampleEvent(hostId, now, partnerIds), now)
  if (!made.ok) throw new Error(`The example event was refused: ${made.reason}`)
  const notice = await currentNotice(db(), made.value.id, 'en', 'en')
  for (const [i, person] of PEOPLE.entries()) {
    const form = registration.parse({
      email: exampleAddress(person),
      title: person.title,
      givenName: person.given,
      familyName: person.family,
      nativeName: person.native,
      position: person.position,
      countryCode: person.country,
      typeId: made.value.typeIds[person.type],
      phone: person.phone,
      institution: person.institution,
      noticeId: notice?.id,
      privacy: 'on',
      listed: i % 3 === 0 ? undefined : 'on',
      key: randomUUID(),
    })
    const at = new Date(now.getTime() - (PEOPLE.length - i) * 31_000_000)
    const result = await register(actor, made.value.slug, form, WORDING, at)
    if (!result.ok) throw new Error(`The example person ${i + 1} was refused: ${result.reason}`)
    if (i === 2) await cancelAttendee(actor, result.value.attendeeId, 'Example', now)
  }
  return made.value.slug
}

/** An address that cannot exist (RFC 2606). */
function exampleAddress({ given, family }: { given: string; family: string }): string {
  const name = `${given}.${family}`.normalize('NFD').toLowerCase()
  return `${name.replace(/[^a-z.]/g, '')}@mail.example`
}
