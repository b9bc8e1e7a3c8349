import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import {
  formSections,
  formSectionTexts,
  questionOptions,
  questionOptionTexts,
  questions,
  questionTexts,
  questionTypes,
} from '#db/schema/forms'
import { localized } from '#lib/events/policy'
import type { Condition } from '#lib/forms/policy/condition'
import type { Form, Question, Section, Text } from '#lib/forms/policy/question'

type Where = { id: string; defaultLocale: string }

/**
 * The form of an event as it is asked now, its words in the reader's language or the event's. Archived options are part of it, marked;
 * archived questions only when asked for (`archived`), behind the others of their section. For queries and mutations that have checked
 * who asks; what participants may see of it, `shownOf` decides.
 */
export async function formOf(
  event: Where,
  locale: string,
  { reader = db(), archived = false }: { reader?: Db; archived?: boolean } = {},
): Promise<Form> {
  const [sections, rows] = await Promise.all([
    reader
      .select({
        id: formSections.id,
        stage: formSections.stage,
        position: formSections.position,
        archivedAt: formSections.archivedAt,
      })
      .from(formSections)
      .where(and(eq(formSections.eventId, event.id), ...(archived ? [] : [isNull(formSections.archivedAt)])))
      .orderBy(asc(formSections.position), asc(formSections.id)),
    reader
      .select()
      .from(questions)
      .where(and(eq(questions.eventId, event.id), ...(archived ? [] : [isNull(questions.archivedAt)])))
      .orderBy(asc(questions.position), asc(questions.id)),
  ])
  if (sections.length === 0) return { sections: [] }
  const words = await wordsOf(
    reader,
    sections.map(({ id }) => id),
    rows.map(({ id }) => id),
    locale,
    event.defaultLocale,
  )
  const question = (row: (typeof rows)[number]): Question => ({
    id: row.id,
    kind: row.kind,
    dataClass: row.dataClass,
    required: row.required,
    requiredFrom: row.requiredFrom,
    staffOnly: row.staffOnly,
    min: row.min,
    max: row.max,
    earliest: row.earliest,
    latest: row.latest,
    condition: (row.condition as Condition | null) ?? null,
    archived: row.archivedAt !== null,
    typeIds: words.types.get(row.id) ?? [],
    ...words.question(row.id),
    options: words.options.get(row.id) ?? [],
  })
  const ordered = [...sections].sort((a, b) => STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage])
  return {
    sections: ordered.map(
      (section): Section => ({
        id: section.id,
        stage: section.stage,
        ...words.section(section.id),
        questions: rows
          .filter((row) => row.sectionId === section.id)
          .sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
          .map(question),
      }),
    ),
  }
}

/** What comes with the registration is asked first. */
const STAGE_ORDER = { registration: 0, afterwards: 1 }

async function wordsOf(reader: Db, sectionIds: string[], questionIds: string[], locale: string, defaultLocale: string) {
  const none = questionIds.length === 0
  const [sections, texts, types, options, optionTexts] = await Promise.all([
    reader.select().from(formSectionTexts).where(inArray(formSectionTexts.sectionId, sectionIds)),
    none ? [] : reader.select().from(questionTexts).where(inArray(questionTexts.questionId, questionIds)),
    none ? [] : reader.select().from(questionTypes).where(inArray(questionTypes.questionId, questionIds)),
    none
      ? []
      : reader
          .select()
          .from(questionOptions)
          .where(inArray(questionOptions.questionId, questionIds))
          .orderBy(asc(questionOptions.position), asc(questionOptions.id)),
    none
      ? []
      : reader
          .select({
            optionId: questionOptionTexts.optionId,
            locale: questionOptionTexts.locale,
            label: questionOptionTexts.label,
          })
          .from(questionOptionTexts)
          .innerJoin(questionOptions, eq(questionOptions.id, questionOptionTexts.optionId))
          .where(inArray(questionOptions.questionId, questionIds)),
  ])
  const bySection = Map.groupBy(sections, (row) => row.sectionId)
  const byQuestion = Map.groupBy(texts, (row) => row.questionId)
  const byOption = Map.groupBy(optionTexts, (row) => row.optionId)
  const told = <Row extends { locale: string }>(rows: Row[] | undefined) =>
    rows ? localized(rows, locale, defaultLocale) : undefined
  const nothing: Text = { text: '', lang: defaultLocale }
  return {
    section: (id: string) => {
      const words = told(bySection.get(id))
      return { title: words?.title ?? nothing, help: words?.help ?? nothing }
    },
    question: (id: string) => {
      const words = told(byQuestion.get(id))
      return { label: words?.label ?? nothing, help: words?.help ?? nothing }
    },
    types: new Map(
      [...Map.groupBy(types, (row) => row.questionId)].map(([id, all]) => [id, all.map((row) => row.typeId)]),
    ),
    options: new Map(
      [...Map.groupBy(options, (row) => row.questionId)].map(([id, all]) => [
        id,
        all.map((row) => ({
          id: row.id,
          archived: row.archivedAt !== null,
          label: told(byOption.get(row.id))?.label ?? nothing,
        })),
      ]),
    ),
  }
}
