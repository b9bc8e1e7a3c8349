import 'server-only'
import { and, count, eq, exists, inArray, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { db } from '#db/client'
import type { QuestionKind } from '#db/enums'
import { answers } from '#db/schema/answers'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { questions } from '#db/schema/forms'
import { institutions } from '#db/schema/institutions'
import type { Answers } from '#lib/attendees/policy/answers'
import { answersOfMany } from '#lib/attendees/queries/answers'
import { ANSWERED, UNANSWERED } from '#lib/attendees/schema/list'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import type { Question, Section } from '#lib/forms/policy/question'
import { wholeForm } from '#lib/forms/queries/whole'

type Where = { eventId: string; locale: string; defaultLocale: string }

export type ListQuestions = {
  /** What the list can show and be filtered by, in the order of the form. Nothing of it is sensitive. */
  sections: Section[]
  questions: Question[]
  /** For organizers alone, and for files alone. */
  sensitive: Question[]
}

/** The questions of an event that its list knows, also those no longer asked: their answers stay. */
export async function listQuestions(actor: Actor, event: Where): Promise<ListQuestions> {
  const [mine] = await db()
    .select({ decides: sql<number>`case when ${within(actor, 'decide', events.id)} then 1 else 0 end` })
    .from(events)
    .where(and(eq(events.id, event.eventId), within(actor, 'read', events.id)))
  if (!mine) return { sections: [], questions: [], sensitive: [] }
  const { sections } = await wholeForm({ id: event.eventId, defaultLocale: event.defaultLocale }, event.locale)
  const open = sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ dataClass }) => dataClass !== 'sensitive'),
  }))
  const all = sections.flatMap((section) => section.questions)
  return {
    sections: open.filter((section) => section.questions.length > 0),
    questions: open.flatMap((section) => section.questions),
    sensitive: Number(mine.decides) === 1 ? all.filter(({ dataClass }) => dataClass === 'sensitive') : [],
  }
}

/** The condition that somebody on the list answered a question so. Sensitive answers find nobody. */
export function answeredSo(questionId: string, value: string): SQL {
  const found = exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(
        and(
          eq(answers.attendeeId, attendees.id),
          eq(answers.questionId, questionId),
          ne(questions.dataClass, 'sensitive'),
          value === ANSWERED || value === UNANSWERED ? undefined : says(value),
        ),
      ),
  )
  return value === UNANSWERED ? not(found) : found
}

function says(value: string): SQL {
  const standing = new QueryBuilder()
    .select({ id: institutions.id })
    .from(institutions)
    .where(or(eq(institutions.id, value), eq(institutions.mergedIntoId, value)))
  return or(eq(answers.text, value), eq(answers.optionId, value), inArray(answers.institutionId, standing)) as SQL
}

/**
 * What attendees answered to these questions of the event, by attendee; sensitive answers for those who may decide alone. Throws where one may not be read
 * (any more): a file must not lack it without a word.
 */
export async function listAnswers(
  actor: Actor,
  eventId: string,
  attendeeIds: readonly string[],
  questionIds: readonly string[],
): Promise<Map<string, Answers>> {
  if (attendeeIds.length === 0 || questionIds.length === 0) return new Map()
  const allowed = await db()
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(
        inArray(questions.id, [...questionIds]),
        eq(questions.eventId, eventId),
        or(
          and(ne(questions.dataClass, 'sensitive'), within(actor, 'read', questions.eventId)),
          within(actor, 'decide', questions.eventId),
        ),
      ),
    )
  if (allowed.length < new Set(questionIds).size) throw new Error('Not all of these answers may be read.')
  return answersOfMany(
    attendeeIds,
    db(),
    allowed.map(({ id }) => id),
  )
}

const COUNTED: readonly QuestionKind[] = ['yes-no', 'one', 'several', 'list', 'country', 'institution', 'consent']

/** How many answered what, by question and by the value that a filter takes. */
export async function answerCounts(actor: Actor, eventId: string): Promise<Map<string, Map<string, number>>> {
  const institution = sql<string | null>`coalesce(${institutions.mergedIntoId}, ${answers.institutionId})`
  const rows = await db()
    .select({ questionId: answers.questionId, kind: questions.kind, text: answers.text, institution, n: count() })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(institutions, eq(institutions.id, answers.institutionId))
    .where(
      and(
        eq(questions.eventId, eventId),
        within(actor, 'read', questions.eventId),
        ne(questions.dataClass, 'sensitive'),
        inArray(questions.kind, [...COUNTED]),
      ),
    )
    .groupBy(answers.questionId, questions.kind, answers.text, institution)
  const counts = new Map<string, Map<string, number>>()
  for (const { questionId, kind, text, institution: id, n } of rows) {
    const value = kind === 'institution' ? id : text
    if (!value) continue
    const own = counts.get(questionId) ?? new Map<string, number>()
    counts.set(questionId, own.set(value, (own.get(value) ?? 0) + n))
  }
  return counts
}
