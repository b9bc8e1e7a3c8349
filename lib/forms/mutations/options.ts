import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { questionOptions, questionOptionTexts } from '#db/schema/forms'
import type { EditedOption } from '#lib/forms/policy/edited'
import type { QuestionEdit } from '#lib/forms/schema/edit'
import { newId } from '#lib/ids'

type Wanted = NonNullable<QuestionEdit['options']>

/**
 * Makes the options of a question those that are wanted, in this order: known ones are renamed, taken out of the choice or offered again, unknown
 * ones added. One that was left out is no longer offered. Null when an option belongs to another question. Inside the question's own transaction.
 */
export async function writeOptions(
  tx: Tx,
  questionId: string,
  known: readonly EditedOption[],
  wanted: Wanted,
  now: Date,
): Promise<EditedOption[] | null> {
  if (wanted.some(({ id }) => id && !known.some((one) => one.id === id))) return null
  if (new Set(wanted.flatMap(({ id }) => id || [])).size < wanted.filter(({ id }) => id).length) return null
  const left = known.filter((one) => !wanted.some(({ id }) => id === one.id)).map((one) => ({ ...one, archived: true }))
  const written: EditedOption[] = []
  for (const [at, option] of [...wanted, ...left].entries()) {
    const before = known.find((one) => one.id === option.id)
    const id = before?.id ?? newId()
    const label = { ...before?.label, ...option.label }
    const position = at + 1
    if (!before)
      await tx.insert(questionOptions).values({ id, questionId, position, archivedAt: option.archived ? now : null })
    else
      await tx
        .update(questionOptions)
        .set({ position, ...(before.archived !== option.archived && { archivedAt: option.archived ? now : null }) })
        .where(eq(questionOptions.id, id))
    written.push({ id, archived: option.archived, label, answered: before?.answered ?? 0 })
  }
  await writeLabels(tx, written)
  return written
}

async function writeLabels(tx: Tx, options: readonly EditedOption[]): Promise<void> {
  if (options.length === 0) return
  await tx.delete(questionOptionTexts).where(
    inArray(
      questionOptionTexts.optionId,
      options.map((one) => one.id),
    ),
  )
  const rows = options.flatMap(({ id, label }) =>
    Object.entries(label).map(([locale, text]) => ({ optionId: id, locale, label: text })),
  )
  if (rows.length > 0) await tx.insert(questionOptionTexts).values(rows)
}
