import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { answers } from '#db/schema/answers'
import { attendees, consents } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { tellChanged } from '#lib/attendees/mutations/tell-changed'
import { mayFollow } from '#lib/attendees/policy'
import {
  type Answers,
  type FieldProblem,
  optionProblems,
  type Reading,
  sameAnswer,
} from '#lib/attendees/policy/answers'
import { mayAnswer } from '#lib/attendees/policy/stage'
import { readSent, type SentAnswers } from '#lib/attendees/queries/sent'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { adopt, dropFile } from '#lib/files/mutations/adopt'
import type { Piece } from '#lib/forms/policy/answer'
import type { Question } from '#lib/forms/policy/question'
import { newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import { holdsSeats, rulesOf } from '#lib/seats/mutations/claim'
import { moveSeats, moveSeatsPastLimits } from '#lib/seats/mutations/move'

export type AnswersRefusal = { reason: 'answers'; problems: FieldProblem[] } | { reason: 'form-changed' }
type Refusal = AnswersRefusal | { reason: 'not-found' | 'frozen' | 'not-possible' }

/** The participant's answers to what is asked once the place is secured. Refused after the freeze date and the event's end. */
export async function answerQuestions(
  actor: Actor,
  sent: SentAnswers,
  locale: string,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  if (actor.kind !== 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const found = await attendeeAndEvent(tx, actor, actor.attendeeId)
    if (!found) return refuse('not-found')
    const may = mayAnswer(found.attendee.status, found.event, now)
    if (may !== 'yes') return refuse(may)
    return answer(tx, actor, found, { ...sent, locale, staff: false, over: null }, now)
  })
}

/** What an organizer writes down for somebody: any question, at any time, what is required too may stay open. */
export async function answerAtDesk(
  actor: Actor,
  attendeeId: string,
  sent: SentAnswers,
  locale: string,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return atDesk(actor, attendeeId, { ...sent, locale, over: null }, now)
}

/** The same with options that have no place left, for a reason that stands in the audit; the limit then shows "21 of 20". For organizers. */
export async function answerPastLimits(
  actor: Actor,
  attendeeId: string,
  sent: SentAnswers,
  locale: string,
  reason: string,
  now = new Date(),
): Promise<Result<undefined, Refusal | { reason: 'no-reason' }>> {
  if (reason.trim() === '') return refuse('no-reason')
  return atDesk(actor, attendeeId, { ...sent, locale, over: reason }, now)
}

/** @param sent with the reason for going past the limits, or null to keep them */
async function atDesk(
  actor: Actor,
  attendeeId: string,
  sent: SentAnswers & { locale: string; over: string | null },
  now: Date,
): Promise<Result<undefined, Refusal>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const found = await attendeeAndEvent(tx, actor, attendeeId)
    return found ? answer(tx, actor, found, { ...sent, staff: true }, now) : refuse('not-found')
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof attendeeAndEvent>>>

async function answer(
  tx: Tx,
  actor: Actor,
  { attendee, event }: Found,
  { staff, locale, over, ...sent }: SentAnswers & { staff: boolean; locale: string; over: string | null },
  now: Date,
): Promise<Result<undefined, AnswersRefusal>> {
  const asking = { event, attendeeId: attendee.id, typeId: attendee.typeId, staff, locale }
  const reading = await readSent(
    { ...asking, stages: staff ? ['registration', 'afterwards'] : ['afterwards'] },
    sent,
    now,
    tx,
  )
  if (reading.foreign.length > 0) return refuse('form-changed')
  if (reading.problems.length > 0) return refuse('answers', { problems: reading.problems })
  const person = { id: attendee.id, eventId: event.id, locale }
  const change = await keepAnswers(tx, person, reading, reading.before, sent.draftHash, now)
  if (Object.keys(change.after).length === 0) return done()
  const moved = await moveOptionSeats(tx, { ...attendee, eventId: event.id }, reading, over !== null, now)
  if (!moved.ok) return moved
  const past = moved.value
  await tx
    .update(attendees)
    .set({ updatedAt: now, revision: attendee.revision + 1 })
    .where(eq(attendees.id, attendee.id))
  // What staff alone are asked is not told.
  const tells = reading.asked.some(({ id, staffOnly }) => !staffOnly && id in change.after)
  if (tells && mayFollow('cancel', attendee.status)) {
    if (staff) await enqueue(tx, { kind: 'changed', attendeeId: attendee.id }, now)
    else await tellChanged(tx, attendee.id, now)
  }
  await record(
    tx,
    actor,
    {
      verb: 'attendee.answer',
      eventId: event.id,
      subjectId: attendee.id,
      ...(past.length > 0 && over !== null && { reason: over }),
      before: change.before,
      after: { ...change.after, ...(past.length > 0 && { pastLimits: past }) },
    },
    now,
  )
  return done()
}

/** The seats follow the options that are chosen now; one that is full is refused where it was chosen, or gone past. Answers the pools that were full. */
async function moveOptionSeats(
  tx: Tx,
  attendee: { id: string; eventId: string; typeId: string; institutionId: string; countryCode: string },
  reading: Pick<Reading, 'answers'>,
  anyway: boolean,
  now: Date,
): Promise<Result<string[], AnswersRefusal>> {
  const rules = await rulesOf(tx, attendee.eventId)
  if (!rules.some((rule) => rule.subject === 'option') || !(await holdsSeats(tx, attendee.id))) return done([])
  const poolIds = await poolsOf(tx, attendee, rules)
  if (anyway) {
    const past = await moveSeatsPastLimits(tx, attendee.id, poolIds, now)
    await promoteWaiting(tx, attendee.eventId, now)
    return done(past)
  }
  const claim = await moveSeats(tx, attendee.id, poolIds, now)
  if (!claim.ok) {
    const full = rules.filter((rule) => rule.poolId === claim.poolId).flatMap((rule) => rule.subjectId ?? [])
    return refuse('answers', { problems: optionProblems(reading, full) })
  }
  await promoteWaiting(tx, attendee.eventId, now)
  return done([])
}

async function attendeeAndEvent(tx: Tx, actor: Actor, attendeeId: string) {
  const attendee = await attendeeFor(tx, actor, attendeeId)
  if (!attendee) return undefined
  const [event] = await tx
    .select({
      id: events.id,
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      freezesAt: events.freezesAt,
      defaultLocale: events.defaultLocale,
    })
    .from(events)
    .where(eq(events.id, attendee.eventId))
  return event && { attendee, event }
}

type Person = { id: string; eventId: string; locale: string }
type Change = { before: Record<string, string>; after: Record<string, string> }

/**
 * Writes what was answered to the questions asked: an answer that is gone, or whose question is not shown any more, is removed with its file. Answers
 * which question by its id had what before and has what now; of sensitive ones only that they changed.
 */
export async function keepAnswers(
  tx: Tx,
  person: Person,
  { asked, answers: given }: Pick<Reading, 'asked' | 'answers'>,
  before: Answers,
  draftHash: string,
  now: Date,
): Promise<Change> {
  const change: Change = { before: {}, after: {} }
  for (const question of asked) {
    const [old, next] = [before.get(question.id) ?? [], given.get(question.id) ?? []]
    if (sameAnswer(old, next)) continue
    if (old.length > 0)
      await tx.delete(answers).where(and(eq(answers.attendeeId, person.id), eq(answers.questionId, question.id)))
    await moveFiles(tx, person, question, old, next, draftHash)
    if (next.length > 0) await tx.insert(answers).values(next.map((piece) => rowOf(person.id, question.id, piece, now)))
    if (question.kind === 'consent') await keepConsent(tx, person, question, next.length > 0, now)
    change.before[question.id] = told(question, old)
    change.after[question.id] = told(question, next)
  }
  return change
}

const rowOf = (attendeeId: string, questionId: string, piece: Piece, now: Date) => ({
  id: newId(),
  attendeeId,
  questionId,
  slot: piece.slot,
  text: piece.text,
  number: piece.number ?? null,
  optionId: piece.optionId ?? null,
  countryCode: piece.countryCode ?? null,
  institutionId: piece.institutionId ?? null,
  fileId: piece.fileId ?? null,
  answeredAt: now,
})

async function moveFiles(
  tx: Tx,
  person: Person,
  question: Question,
  old: readonly Piece[],
  next: readonly Piece[],
  draftHash: string,
): Promise<void> {
  const ids = (pieces: readonly Piece[]) => pieces.flatMap((piece) => piece.fileId ?? [])
  const [had, has] = [ids(old), ids(next)]
  const fresh = has.filter((id) => !had.includes(id))
  if (!(await adopt(tx, fresh, draftHash, person.eventId, question.id, person.id)))
    throw new Error('A file was swept while its form was taken.')
  for (const id of had.filter((one) => !has.includes(one))) await dropFile(tx, id)
}

/** A box of the form is a consent like the others: in which words, when, withdrawn when. */
async function keepConsent(tx: Tx, person: Person, question: Question, given: boolean, now: Date): Promise<void> {
  if (given) {
    const { text, lang } = question.label
    const wording = { wording: text, locale: lang || person.locale }
    await tx.insert(consents).values({
      id: newId(),
      attendeeId: person.id,
      purpose: 'question',
      questionId: question.id,
      ...wording,
      givenAt: now,
    })
    return
  }
  await tx
    .update(consents)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(consents.attendeeId, person.id),
        inArray(consents.questionId, [question.id]),
        isNull(consents.withdrawnAt),
      ),
    )
}

/** For the audit: options and institutions by their ids, sensitive answers not at all. */
const told = ({ dataClass }: Question, pieces: readonly Piece[]) =>
  dataClass === 'sensitive' ? '' : pieces.map((piece) => piece.institutionId ?? piece.text).join(' · ')
