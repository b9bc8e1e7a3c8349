import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { questions, questionTexts, questionTypes } from '#db/schema/forms'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { countryName } from '#lib/countries/policy'
import { done, type Result, refuse } from '#lib/errors'
import { convertAnswers } from '#lib/forms/mutations/kind'
import { writeOptions } from '#lib/forms/mutations/options'
import { areTypesOf, changeForm, type FormRefusal, place, recordEdit } from '#lib/forms/mutations/scope'
import type { Condition } from '#lib/forms/policy/condition'
import { allQuestions, type EditedForm, type EditedQuestion, earlierThan, liveSections } from '#lib/forms/policy/edited'
import { canonicalTest, meansOtherwise, testProblem } from '#lib/forms/policy/possible'
import { toldQuestion } from '#lib/forms/policy/told'
import type { QuestionEdit } from '#lib/forms/schema/edit'
import type { Locale } from '#lib/i18n/locales'
import { newId } from '#lib/ids'

type Invalid = { reason: 'invalid'; field: string; code: string }

/** Adds a question at the end of a section. For organizers. */
export function addQuestion(
  actor: Actor,
  eventId: string,
  sectionId: string,
  edit: QuestionEdit,
  now = new Date(),
): Promise<Result<{ id: string }, FormRefusal | Invalid>> {
  return changeForm<{ id: string }, FormRefusal | Invalid>(actor, eventId, async (tx, form) => {
    const section = liveSections(form).find((one) => one.id === sectionId)
    if (!section || !(await areTypesOf(tx, eventId, edit.typeIds))) return refuse('not-found')
    const told = conditionOf(edit, earlierThan(form, { sectionId }))
    if (!told.ok) return told
    const id = newId()
    const at = { id, eventId, sectionId, position: section.questions.length + 1 }
    await tx.insert(questions).values({ ...at, ...columnsOf(edit), condition: told.value })
    await writeWords(tx, id, edit)
    const options = await writeOptions(tx, id, [], edit.options ?? [], now)
    if (!options) return refuse('not-found')
    await place(tx, questions, [...section.questions.map((one) => one.id), id])
    const after = toldQuestion({ ...edit, condition: told.value, options })
    await recordEdit(tx, actor, form, id, { after: { added: 'question', ...after, revision: 1 } }, now)
    return done({ id })
  })
}

export type EditRefusal =
  | FormRefusal
  | Invalid
  /** Somebody else saved: the revision that stands now. */
  | { reason: 'changed-meanwhile'; revision: number }
  /** The new kind cannot keep the answers of so many people, of all who answered. */
  | { reason: 'loses'; lost: number; of: number }

/**
 * Saves a question with its options. Refused when somebody else saved since the form was opened (`revision`), and when answers would be
 * lost to another kind, unless that number was accepted (`losing`). For organizers.
 */
export function editQuestion(
  actor: Actor,
  eventId: string,
  questionId: string,
  edit: QuestionEdit,
  { revision, losing = 0 }: { revision: number; losing?: number },
  now = new Date(),
): Promise<Result<{ changed: boolean }, EditRefusal>> {
  return changeForm<{ changed: boolean }, EditRefusal>(actor, eventId, async (tx, form) => {
    const before = allQuestions(form).find((one) => one.id === questionId)
    if (!before || !(await areTypesOf(tx, eventId, edit.typeIds))) return refuse('not-found')
    if (before.revision !== revision) return refuse('changed-meanwhile', { revision: before.revision })
    const told = conditionOf(
      edit,
      earlierThan(form, before).filter((one) => one.id !== questionId),
    )
    if (!told.ok) return told
    const options = edit.options
      ? await writeOptions(tx, questionId, before.options, edit.options, now)
      : before.options
    if (!options) return refuse('not-found')
    if (before.kind !== edit.kind) {
      const by = meansOtherwise(form, questionId, before.kind, edit.kind)
      if (by.length > 0) return refuse('needed', { by })
      const [main = ''] = form.locales
      const lost = await convertAnswers(tx, questionId, {
        from: before.kind,
        to: edit.kind,
        options: options.map((one) => ({ ...one, label: one.label[main] ?? '' })),
        countryName: (code) => countryName(code, main as Locale),
      })
      if (lost > losing) return refuse('loses', { lost, of: before.answered })
    }
    const change = changeOf(before, edit, told.value, options)
    if (Object.keys(change.after).length === 0) return done({ changed: false })
    const next = revision + 1
    await tx
      .update(questions)
      .set({ ...columnsOf(edit), condition: told.value, revision: next })
      .where(eq(questions.id, questionId))
    await tx.delete(questionTexts).where(eq(questionTexts.questionId, questionId))
    await tx.delete(questionTypes).where(eq(questionTypes.questionId, questionId))
    await writeWords(tx, questionId, {
      ...edit,
      label: { ...before.label, ...edit.label },
      help: { ...before.help, ...edit.help },
    })
    await recordEdit(tx, actor, form, questionId, { ...change, after: { ...change.after, revision: next } }, now)
    return done({ changed: true })
  })
}

/** The condition that is meant, or the first row of it that cannot be. */
function conditionOf(
  { mode, tests }: QuestionEdit,
  earlier: EditedForm['sections'][number]['questions'],
): Result<Condition | null, Invalid> {
  if (tests.length === 0) return done(null)
  const kept = []
  for (const { row, ...test } of tests) {
    const on = earlier.find((one) => one.id === test.questionId)
    if (!on) return refuse('invalid', { field: `tests.${row}.questionId`, code: 'not-earlier' })
    const plain = canonicalTest(on.kind, test)
    const problem = testProblem(on, plain)
    if (problem) return refuse('invalid', { field: `tests.${row}.${problem}`, code: `test-${problem}` })
    kept.push(plain)
  }
  return done({ mode, tests: kept })
}

const columnsOf = (edit: QuestionEdit) => ({
  kind: edit.kind,
  dataClass: edit.dataClass,
  required: edit.required,
  requiredFrom: edit.requiredFrom,
  staffOnly: edit.staffOnly,
  min: edit.min,
  max: edit.max,
  earliest: edit.earliest,
  latest: edit.latest,
})

async function writeWords(tx: Tx, questionId: string, { label, help, typeIds }: QuestionEdit): Promise<void> {
  const locales = [...new Set([...Object.keys(label), ...Object.keys(help)])]
  await tx
    .insert(questionTexts)
    .values(locales.map((locale) => ({ questionId, locale, label: label[locale] ?? '', help: help[locale] ?? '' })))
  if (typeIds.length > 0) await tx.insert(questionTypes).values(typeIds.map((typeId) => ({ questionId, typeId })))
}

/** What the save changes, in plain values; texts of languages the form does not show stay as they are. */
function changeOf(
  before: EditedQuestion,
  edit: QuestionEdit,
  condition: Condition | null,
  options: EditedQuestion['options'],
) {
  const order = (texts: Record<string, string>) =>
    Object.fromEntries(Object.keys(edit.label).map((locale) => [locale, texts[locale] ?? '']))
  const spoken = (list: EditedQuestion['options']) => list.map((one) => ({ ...one, label: order(one.label) }))
  return difference(
    toldQuestion({ ...before, label: order(before.label), help: order(before.help), options: spoken(before.options) }),
    toldQuestion({ ...edit, condition, options: spoken(options) }),
  )
}
