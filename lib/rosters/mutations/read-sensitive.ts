import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { questions } from '#db/schema/forms'
import type { Answers } from '#lib/attendees/policy/answers'
import { answersOfMany } from '#lib/attendees/queries/answers'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'

/** The sensitive answers of somebody, for organizers; that they were read, and of which questions, is written down. */
export async function readSensitive(
  actor: Actor,
  eventId: string,
  attendeeId: string,
  now = new Date(),
): Promise<Result<Answers, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const [person] = await tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(
        and(eq(attendees.id, attendeeId), eq(attendees.eventId, eventId), within(actor, 'decide', attendees.eventId)),
      )
    if (!person) return refuse('not-found')
    const sensitive = await tx
      .select({ id: questions.id })
      .from(questions)
      .where(and(eq(questions.eventId, eventId), eq(questions.dataClass, 'sensitive')))
    const ids = sensitive.map(({ id }) => id)
    const answers: Answers = (await answersOfMany([attendeeId], tx, ids)).get(attendeeId) ?? new Map()
    if (answers.size === 0) return done(answers)
    const after = { questions: [...answers.keys()] }
    await record(tx, actor, { verb: 'attendee.read-sensitive', eventId, subjectId: attendeeId, after }, now)
    return done(answers)
  })
}
