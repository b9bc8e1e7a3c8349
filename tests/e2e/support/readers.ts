import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { mailRefusals } from '#db/schema/mailings'
import { currentNotice } from '#lib/events/queries/event'
import { registered } from '#tests/setup/factories'
import { institution, newEmail, type TestEvent } from './person.ts'

type Person = { id: string; email: string }

/** Four people of two types: two who read Russian, one of another type, one who wants no such letters. */
export async function readers(event: TestEvent) {
  const notice = await currentNotice(db(), event.id, 'en', 'en')
  const whole = { ...event, noticeId: notice?.id ?? '', institutionId: await institution(`Academy ${event.slug}`) }
  const person = async (givenName: string, type = 0): Promise<Person> => {
    const email = newEmail(givenName.toLowerCase())
    const typeId = event.typeIds[type] ?? ''
    const made = await registered(whole, { givenName, familyName: 'Reader', email, typeId }, new Date())
    return { id: made.attendeeId, email }
  }
  const people = {
    anna: await person('Anna'),
    bakyt: await person('Bakyt'),
    chinara: await person('Chinara'),
    other: await person('Other', 1),
  }
  await transaction(async (tx) => {
    await tx.update(attendees).set({ locale: 'ru' }).where(eq(attendees.id, people.bakyt.id))
    await tx.insert(mailRefusals).values({ attendeeId: people.chinara.id, at: new Date() })
  })
  return people
}

/** Finds a letter by what its subject holds. */
export const about = (subject: string) => (mail: { subject?: string }) => mail.subject?.includes(subject) ?? false
