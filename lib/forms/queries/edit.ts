import 'server-only'
import { and, asc, count, countDistinct, eq, isNotNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { answers } from '#db/schema/answers'
import { events, eventTexts } from '#db/schema/events'
import {
  formSections,
  formSectionTexts,
  questionOptions,
  questionOptionTexts,
  questions,
  questionTexts,
  questionTypes,
} from '#db/schema/forms'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { Condition } from '#lib/forms/policy/condition'
import { type EditedForm, type EditedQuestion, STAGE_ORDER } from '#lib/forms/policy/edited'

/** The form of an event to be edited, for those who decide on it; null for others. */
export async function editedForm(actor: Actor, eventId: string, reader: Db = db()): Promise<EditedForm | null> {
  const [event] = await reader
    .select({ id: events.id, defaultLocale: events.defaultLocale })
    .from(events)
    .where(and(eq(events.id, eventId), within(actor, 'decide', events.id)))
  if (!event) return null
  const [spoken, sections, titles, asked] = await Promise.all([
    reader
      .select({ locale: eventTexts.locale })
      .from(eventTexts)
      .where(eq(eventTexts.eventId, eventId))
      .orderBy(asc(eventTexts.locale)),
    reader
      .select({ id: formSections.id, stage: formSections.stage, archivedAt: formSections.archivedAt })
      .from(formSections)
      .where(eq(formSections.eventId, eventId))
      .orderBy(asc(formSections.position), asc(formSections.id)),
    reader
      .select({
        sectionId: formSectionTexts.sectionId,
        locale: formSectionTexts.locale,
        title: formSectionTexts.title,
        help: formSectionTexts.help,
      })
      .from(formSectionTexts)
      .innerJoin(formSections, eq(formSections.id, formSectionTexts.sectionId))
      .where(eq(formSections.eventId, eventId)),
    questionsOf(reader, eventId),
  ])
  return {
    eventId,
    locales: [...new Set([event.defaultLocale, ...spoken.map((row) => row.locale)])],
    sections: sections
      .sort((a, b) => STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage])
      .map(({ archivedAt, ...section }) => ({
        ...section,
        archived: archivedAt !== null,
        title: told(titles, (row) => row.sectionId === section.id && row.title),
        help: told(titles, (row) => row.sectionId === section.id && row.help),
        questions: asked.filter((question) => question.sectionId === section.id),
      })),
  }
}

async function questionsOf(reader: Db, eventId: string): Promise<EditedQuestion[]> {
  const ofEvent = eq(questions.eventId, eventId)
  const [rows, texts, types, options, labels, people, chosen] = await Promise.all([
    reader.select().from(questions).where(ofEvent).orderBy(asc(questions.position), asc(questions.id)),
    reader
      .select({
        questionId: questionTexts.questionId,
        locale: questionTexts.locale,
        label: questionTexts.label,
        help: questionTexts.help,
      })
      .from(questionTexts)
      .innerJoin(questions, eq(questions.id, questionTexts.questionId))
      .where(ofEvent),
    reader
      .select({ questionId: questionTypes.questionId, typeId: questionTypes.typeId })
      .from(questionTypes)
      .innerJoin(questions, eq(questions.id, questionTypes.questionId))
      .where(ofEvent)
      .orderBy(asc(questionTypes.typeId)),
    reader
      .select({
        id: questionOptions.id,
        questionId: questionOptions.questionId,
        archivedAt: questionOptions.archivedAt,
      })
      .from(questionOptions)
      .innerJoin(questions, eq(questions.id, questionOptions.questionId))
      .where(ofEvent)
      .orderBy(asc(questionOptions.position), asc(questionOptions.id)),
    reader
      .select({
        optionId: questionOptionTexts.optionId,
        locale: questionOptionTexts.locale,
        label: questionOptionTexts.label,
      })
      .from(questionOptionTexts)
      .innerJoin(questionOptions, eq(questionOptions.id, questionOptionTexts.optionId))
      .innerJoin(questions, eq(questions.id, questionOptions.questionId))
      .where(ofEvent),
    reader
      .select({ questionId: answers.questionId, n: countDistinct(answers.attendeeId) })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(ofEvent)
      .groupBy(answers.questionId),
    reader
      .select({ optionId: answers.optionId, n: count() })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(and(ofEvent, isNotNull(answers.optionId)))
      .groupBy(answers.optionId),
  ])
  return rows.map(({ eventId: _event, position: _position, archivedAt, condition, ...row }) => ({
    ...row,
    condition: (condition as Condition | null) ?? null,
    archived: archivedAt !== null,
    typeIds: types.filter((one) => one.questionId === row.id).map((one) => one.typeId),
    label: told(texts, (text) => text.questionId === row.id && text.label),
    help: told(texts, (text) => text.questionId === row.id && text.help),
    options: options
      .filter((option) => option.questionId === row.id)
      .map((option) => ({
        id: option.id,
        archived: option.archivedAt !== null,
        label: told(labels, (text) => text.optionId === option.id && text.label),
        answered: chosen.find((one) => one.optionId === option.id)?.n ?? 0,
      })),
    answered: people.find((one) => one.questionId === row.id)?.n ?? 0,
  }))
}

const told = <Row extends { locale: string }>(rows: readonly Row[], text: (row: Row) => string | false) =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const word = text(row)
      return word === false ? [] : [[row.locale, word]]
    }),
  )
