import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { keepAnswers } from '#lib/attendees/mutations/answers'
import { type Own, ownIn } from '#lib/attendees/mutations/own-data'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { searchKey } from '#lib/attendees/policy'
import { isErasable, OPTIONAL_FIELDS } from '#lib/attendees/policy/optional'
import { answersOf } from '#lib/attendees/queries/answers'
import { forget, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { dayOf } from '#lib/format'
import { questionsOf } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'
import { holdsSeats } from '#lib/seats/mutations/claim'
import { moveSeats } from '#lib/seats/mutations/move'

/**
 * Erases what the participant did not have to tell: fields, answers and their files, in the history too. What is left is the evidence of who registered and took
 * part. Possible at any time. Places in options that were chosen go back. Answers what went.
 */
export async function eraseOptional(
  actor: Actor,
  now = new Date(),
): Promise<Result<{ fields: string[]; questions: string[] }, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const own = await ownIn(tx, actor)
    if (!own) return refuse('not-found')
    const { attendee, event } = own
    const fields = OPTIONAL_FIELDS.filter((field) => attendee[field] !== '')
    const questions = await eraseAnswers(tx, own, now)
    if (fields.length + questions.length > 0) {
      const empty = Object.fromEntries(fields.map((field) => [field, '']))
      await tx
        .update(attendees)
        .set({
          ...empty,
          searchKey: searchKey({ ...attendee, ...empty }),
          revision: attendee.revision + 1,
          updatedAt: now,
        })
        .where(eq(attendees.id, attendee.id))
    }
    if (questions.length > 0) {
      if (await holdsSeats(tx, attendee.id)) await moveSeats(tx, attendee.id, await poolsOf(tx, attendee), now)
      await promoteWaiting(tx, event.id, now)
    }
    await forget(tx, attendee.id, [...OPTIONAL_FIELDS, ...questions])
    const about = { eventId: event.id, subjectId: attendee.id }
    await record(tx, actor, { verb: 'attendee.erase', ...about, after: { fields, questions } }, now)
    return done({ fields, questions })
  })
}

/** The files go with their answers, and consents that were answers are withdrawn. */
async function eraseAnswers(tx: Tx, { attendee, event }: Own, now: Date): Promise<string[]> {
  const form = await formOf(event, event.defaultLocale, { reader: tx, archived: true })
  const before = await answersOf(attendee.id, tx)
  const asked = questionsOf(form).filter(
    (question) => isErasable(question, dayOf(now, event.timeZone)) && before.has(question.id),
  )
  const person = { id: attendee.id, eventId: event.id, locale: event.defaultLocale }
  await keepAnswers(tx, person, { asked, answers: new Map() }, before, '', now)
  return asked.map(({ id }) => id)
}
