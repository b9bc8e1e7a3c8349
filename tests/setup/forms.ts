import { asc, eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import type { DataClass, FormStage, QuestionKind } from '#db/enums'
import { answers } from '#db/schema/answers'
import {
  formSections,
  formSectionTexts,
  questionOptions,
  questionOptionTexts,
  questions,
  questionTexts,
  questionTypes,
} from '#db/schema/forms'
import type { Piece } from '#lib/forms/policy/answer'
import type { Condition } from '#lib/forms/policy/condition'
import { allQuestions, type EditedQuestion } from '#lib/forms/policy/edited'
import { editedForm } from '#lib/forms/queries/edit'
import { type QuestionEdit, questionEdit } from '#lib/forms/schema/edit'
import { checkNested } from '#lib/forms/schema/nest'
import { newId } from '#lib/ids'
import { NOW, SYSTEM } from '#tests/setup/factories'

type MadeQuestion = { id: string; options: string[] }

/** A question as a test tells it; what is left out is plain. A condition may be told from the questions made before. */
export type TestQuestion = {
  kind: QuestionKind
  label?: string
  labelRu?: string
  options?: string[]
  required?: boolean
  requiredFrom?: string | null
  staffOnly?: boolean
  dataClass?: DataClass
  min?: number | null
  max?: number | null
  earliest?: string | null
  latest?: string | null
  typeIds?: string[]
  condition?: Condition | null | ((made: readonly MadeQuestion[]) => Condition)
}
export type TestSection = { stage?: FormStage; title?: string; questions: TestQuestion[] }

/** Writes a form for the event. Answers the ids in the order told. */
export function makeForm(
  eventId: string,
  sections: TestSection[],
): Promise<{ sections: string[]; questions: MadeQuestion[] }> {
  return transaction(async (tx) => {
    const made = { sections: [] as string[], questions: [] as MadeQuestion[] }
    for (const [s, { stage = 'registration', title = `Section ${s + 1}`, questions: asked }] of sections.entries()) {
      const sectionId = newId()
      made.sections.push(sectionId)
      await tx.insert(formSections).values({ id: sectionId, eventId, stage, position: s + 1 })
      await tx.insert(formSectionTexts).values({ sectionId, locale: 'en', title })
      for (const [q, question] of asked.entries()) {
        const { label, labelRu, options = [], typeIds = [], condition = null, dataClass, ...fields } = question
        const id = newId()
        const told = typeof condition === 'function' ? condition(made.questions) : condition
        const place = { id, eventId, sectionId, position: q + 1 }
        await tx.insert(questions).values({ ...place, dataClass: dataClass ?? 'logistics', condition: told, ...fields })
        const words = [
          { questionId: id, locale: 'en', label: label ?? `Question ${made.questions.length + 1}` },
          ...(labelRu ? [{ questionId: id, locale: 'ru', label: labelRu }] : []),
        ]
        await tx.insert(questionTexts).values(words)
        if (typeIds.length > 0)
          await tx.insert(questionTypes).values(typeIds.map((typeId) => ({ questionId: id, typeId })))
        const rows = options.map((text, i) => ({ id: newId(), questionId: id, position: i + 1, text }))
        if (rows.length > 0) {
          await tx.insert(questionOptions).values(rows.map(({ text: _, ...row }) => row))
          await tx
            .insert(questionOptionTexts)
            .values(rows.map((row) => ({ optionId: row.id, locale: 'en', label: row.text })))
        }
        made.questions.push({ id, options: rows.map((row) => row.id) })
      }
    }
    return made
  })
}

/** Writes what somebody answered, past every rule: a text, or the parts of an answer. */
export function makeAnswer(attendeeId: string, questionId: string, answer: string | Piece[]): Promise<void> {
  const pieces = typeof answer === 'string' ? [{ slot: '', text: answer }] : answer
  return transaction(async (tx) => {
    await tx
      .insert(answers)
      .values(pieces.map((piece) => ({ id: newId(), attendeeId, questionId, answeredAt: NOW, ...piece })))
  })
}

/** The answers to a question as the table keeps them, whoever gave them. */
export async function answersTo(questionId: string) {
  return db()
    .select({
      attendeeId: answers.attendeeId,
      slot: answers.slot,
      text: answers.text,
      number: answers.number,
      optionId: answers.optionId,
      countryCode: answers.countryCode,
    })
    .from(answers)
    .where(eq(answers.questionId, questionId))
    .orderBy(asc(answers.attendeeId), asc(answers.slot))
}

/** The fields of a question as somebody fills them in; a short text called "Question" unless said otherwise. */
export function edited(values: Record<string, string>, locales = ['en', 'ru']): QuestionEdit {
  const plain = { kind: 'short', dataClass: 'logistics', 'label.en': 'Question' }
  const checked = checkNested(questionEdit(locales), { ...plain, ...values })
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.value
}

/** A question as it stands now. */
export async function questionOf(eventId: string, id: string): Promise<EditedQuestion> {
  const form = await editedForm(SYSTEM, eventId)
  const question = form && allQuestions(form).find((one) => one.id === id)
  if (!question) throw new Error('There is no such question.')
  return question
}
