import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { answers } from '#db/schema/answers'
import type { Piece } from '#lib/forms/policy/answer'
import { type Convert, convertAnswer } from '#lib/forms/policy/change-kind'
import { newId } from '#lib/ids'

/** Makes the answers to a question those of another kind. Answers how many people's could not be that and are gone. Inside the question's own transaction. */
export async function convertAnswers(tx: Tx, questionId: string, convert: Convert): Promise<number> {
  const rows = await tx
    .select()
    .from(answers)
    .where(eq(answers.questionId, questionId))
    .orderBy(asc(answers.attendeeId), asc(answers.slot))
  let lost = 0
  for (const [attendeeId, own] of Map.groupBy(rows, (row) => row.attendeeId)) {
    const pieces = convertAnswer(own.map(pieceOf), convert)
    if (!pieces) lost++
    await tx.delete(answers).where(and(eq(answers.questionId, questionId), eq(answers.attendeeId, attendeeId)))
    const answeredAt = own[0]?.answeredAt ?? new Date()
    if (pieces && pieces.length > 0)
      await tx
        .insert(answers)
        .values(pieces.map((piece) => ({ id: newId(), attendeeId, questionId, answeredAt, ...piece })))
  }
  return lost
}

const pieceOf = (row: typeof answers.$inferSelect): Piece => ({
  slot: row.slot,
  text: row.text,
  ...(row.number !== null && { number: row.number }),
  ...(row.optionId !== null && { optionId: row.optionId }),
  ...(row.countryCode !== null && { countryCode: row.countryCode }),
  ...(row.institutionId !== null && { institutionId: row.institutionId }),
  ...(row.fileId !== null && { fileId: row.fileId }),
})
