import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { files } from '#db/schema/files'

/**
 * Gives the drafts of a form to the attendee that it became, within the same transaction. Only drafts of this very form,
 * event and question that are nobody's yet. Answers whether all of them were.
 */
export async function adopt(
  tx: Tx,
  fileIds: readonly string[],
  draftHash: string,
  eventId: string,
  questionId: string,
  attendeeId: string,
): Promise<boolean> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return true
  const adopted = await tx
    .update(files)
    .set({ attendeeId, draftHash: null })
    .where(
      and(
        inArray(files.id, ids),
        eq(files.purpose, 'answer'),
        eq(files.draftHash, draftHash),
        eq(files.eventId, eventId),
        eq(files.questionId, questionId),
        isNull(files.attendeeId),
      ),
    )
    .returning({ id: files.id })
  return adopted.length === ids.length
}

/** Drops a file; its bytes are swept later, since they cannot come back when the transaction is undone. */
export async function dropFile(tx: Tx, id: string): Promise<void> {
  await tx.delete(files).where(eq(files.id, id))
}
