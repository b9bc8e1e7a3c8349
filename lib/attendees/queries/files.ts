import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '#db/client'
import { files } from '#db/schema/files'
import { questions } from '#db/schema/forms'
import type { Actor } from '#lib/auth/actor'

/** A file of the participant's own answers, or null. */
export async function ownFile(actor: Actor, id: string) {
  if (actor.kind !== 'participant') return null
  const [file] = await db()
    .select({ id: files.id, name: files.name, mediaType: files.mediaType })
    .from(files)
    .innerJoin(questions, eq(questions.id, files.questionId))
    .where(and(eq(files.id, id), eq(files.attendeeId, actor.attendeeId), eq(questions.staffOnly, false)))
  return file ?? null
}
