import 'server-only'
import { and, eq, ne, or } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { files } from '#db/schema/files'
import { questions } from '#db/schema/forms'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'

/** Opens a file that somebody sent as an answer, and takes down who did. For staff and organizers; what is sensitive for organizers alone. */
export async function openFile(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Result<{ id: string; name: string; mediaType: string }, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const [file] = await tx
      .select({
        id: files.id,
        name: files.name,
        mediaType: files.mediaType,
        eventId: files.eventId,
        attendeeId: attendees.id,
        questionId: questions.id,
      })
      .from(files)
      .innerJoin(questions, eq(questions.id, files.questionId))
      // A draft is nobody's answer yet.
      .innerJoin(attendees, eq(attendees.id, files.attendeeId))
      .where(
        and(
          eq(files.id, id),
          or(
            and(ne(questions.dataClass, 'sensitive'), within(actor, 'read', files.eventId)),
            within(actor, 'decide', files.eventId),
          ),
        ),
      )
    if (!file) return refuse('not-found')
    const { eventId, attendeeId, questionId, ...opened } = file
    await record(
      tx,
      actor,
      { verb: 'file.read', eventId, subjectId: attendeeId, after: { file: id, question: questionId } },
      now,
    )
    return done(opened)
  })
}
