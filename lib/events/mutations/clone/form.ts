import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import {
  formSections,
  formSectionTexts,
  questionOptions,
  questionOptionTexts,
  questions,
  questionTexts,
  questionTypes,
} from '#db/schema/forms'
import { type Ids, idsFor, mapped } from '#lib/events/mutations/clone/setup'
import { shiftDay } from '#lib/events/policy/shift'

/** A question's condition, as lib/forms/policy/condition describes it. */
type Condition = { mode: string; tests: { questionId: string; value?: string }[] }

/**
 * Copies the form, archived parts too, since conditions may refer to them. The order is by position and id, and new ids keep the order of the old
 * ones. Answers the options' new ids.
 */
export async function copyForm(tx: Tx, from: string, to: string, types: Ids, days: number): Promise<Ids> {
  const sections = await copySections(tx, from, to)
  const rows = await tx.select().from(questions).where(eq(questions.eventId, from)).orderBy(asc(questions.id))
  const ids = idsFor(rows)
  if (rows.length === 0) return new Map()
  const old = [...ids.keys()]
  const options = await tx
    .select()
    .from(questionOptions)
    .where(inArray(questionOptions.questionId, old))
    .orderBy(asc(questionOptions.id))
  const optionIds = idsFor(options)
  await tx.insert(questions).values(
    rows.map((row) => ({
      ...row,
      id: mapped(ids, row.id),
      eventId: to,
      sectionId: mapped(sections, row.sectionId),
      requiredFrom: shiftDay(row.requiredFrom, days),
      earliest: shiftDay(row.earliest, days),
      latest: shiftDay(row.latest, days),
      condition: copiedCondition(row.condition as Condition | null, ids, optionIds),
      revision: 1,
    })),
  )
  const texts = await tx.select().from(questionTexts).where(inArray(questionTexts.questionId, old))
  if (texts.length > 0)
    await tx.insert(questionTexts).values(texts.map((row) => ({ ...row, questionId: mapped(ids, row.questionId) })))
  const asked = await tx.select().from(questionTypes).where(inArray(questionTypes.questionId, old))
  if (asked.length > 0)
    await tx
      .insert(questionTypes)
      .values(asked.map((row) => ({ questionId: mapped(ids, row.questionId), typeId: mapped(types, row.typeId) })))
  await copyOptions(tx, options, ids, optionIds)
  return optionIds
}

async function copySections(tx: Tx, from: string, to: string): Promise<Ids> {
  const rows = await tx.select().from(formSections).where(eq(formSections.eventId, from)).orderBy(asc(formSections.id))
  const ids = idsFor(rows)
  if (rows.length === 0) return ids
  const texts = await tx
    .select()
    .from(formSectionTexts)
    .where(inArray(formSectionTexts.sectionId, [...ids.keys()]))
  await tx.insert(formSections).values(rows.map((row) => ({ ...row, id: mapped(ids, row.id), eventId: to })))
  if (texts.length > 0)
    await tx.insert(formSectionTexts).values(texts.map((row) => ({ ...row, sectionId: mapped(ids, row.sectionId) })))
  return ids
}

async function copyOptions(
  tx: Tx,
  options: (typeof questionOptions.$inferSelect)[],
  ids: Ids,
  optionIds: Ids,
): Promise<void> {
  if (options.length === 0) return
  await tx
    .insert(questionOptions)
    .values(options.map((row) => ({ ...row, id: mapped(optionIds, row.id), questionId: mapped(ids, row.questionId) })))
  const texts = await tx
    .select()
    .from(questionOptionTexts)
    .where(inArray(questionOptionTexts.optionId, [...optionIds.keys()]))
  if (texts.length > 0)
    await tx
      .insert(questionOptionTexts)
      .values(texts.map((row) => ({ ...row, optionId: mapped(optionIds, row.optionId) })))
}

/** A value is an option's id or stands for itself. */
function copiedCondition(condition: Condition | null, ids: Ids, optionIds: Ids): Condition | null {
  if (!condition) return null
  const tests = condition.tests.map((test) => ({
    ...test,
    questionId: ids.get(test.questionId) ?? test.questionId,
    ...(test.value !== undefined && { value: optionIds.get(test.value) ?? test.value }),
  }))
  return { ...condition, tests }
}
