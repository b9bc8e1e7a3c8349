import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { attendeeTypes, events } from '#db/schema/events'
import { type AnswersRefusal, keepAnswers } from '#lib/attendees/mutations/answers'
import { type InstitutionRefusal, resolveInstitution } from '#lib/attendees/mutations/institution'
import { stayWhenUnmerged } from '#lib/attendees/mutations/merge'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { nameSortKey, searchKey } from '#lib/attendees/policy'
import type { Reading } from '#lib/attendees/policy/answers'
import { readSent, type SentAnswers } from '#lib/attendees/queries/sent'
import { emailKey, type OwnEdit } from '#lib/attendees/schema/person'
import { difference, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'

export type OwnForm = OwnEdit & { sent: SentAnswers }
export type OwnRefusal =
  | { reason: 'changed-meanwhile' }
  | { reason: 'invalid'; field: 'typeId'; code: 'choose' }
  | InstitutionRefusal
  | AnswersRefusal

/** A participant's own record with its event, within a transaction; undefined for everybody else. */
export async function ownIn(tx: Tx, actor: Actor) {
  const attendee = actor.kind === 'participant' ? await attendeeFor(tx, actor, actor.attendeeId) : undefined
  if (!attendee) return undefined
  const [event] = await tx
    .select({
      id: events.id,
      status: events.status,
      opensAt: events.opensAt,
      closesAt: events.closesAt,
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      freezesAt: events.freezesAt,
      defaultLocale: events.defaultLocale,
      approval: events.approval,
      pendingHolds: events.pendingHolds,
      waitingMode: events.waitingMode,
      promotionOwed: events.promotionOwed,
      confirmHours: events.confirmHours,
      listVisibility: events.listVisibility,
    })
    .from(events)
    .where(eq(events.id, attendee.eventId))
  return event && { attendee, event }
}

export type Own = NonNullable<Awaited<ReturnType<typeof ownIn>>>
export type Written = {
  reading: Pick<Reading, 'answers'>
  /** The person as recorded now, for the pools that apply. */
  person: { id: string; eventId: string; typeId: string; institutionId: string; countryCode: string }
  changed: boolean
  /** Something changed that limits may go by. */
  movesSeats: boolean
}

/**
 * Writes what a participant changed of the own data and answers, with the audit entries, as part of the verb that looks after the seats. A new address is not
 * written: its owner has to say so first. Refused when somebody else saved since the form was opened.
 */
export async function writeOwn(
  tx: Tx,
  actor: Actor,
  { attendee, event }: Own,
  form: OwnForm,
  locale: string,
  now: Date,
): Promise<Result<Written, OwnRefusal>> {
  if (attendee.revision !== form.revision) return refuse('changed-meanwhile')
  if (form.typeId !== attendee.typeId && !(await isOffered(tx, event.id, form.typeId)))
    return refuse('invalid', { field: 'typeId', code: 'choose' })
  const institution = await institutionOf(tx, actor, attendee, form, now)
  if (!institution.ok) return institution
  const asking = { event, attendeeId: attendee.id, typeId: form.typeId, staff: false, locale }
  const reading = await readSent({ ...asking, stages: ['registration'] }, form.sent, now, tx)
  if (reading.foreign.length > 0) return refuse('form-changed')
  if (reading.problems.length > 0) return refuse('answers', { problems: reading.problems })
  const self = { id: attendee.id, eventId: event.id, locale }
  const answered = await keepAnswers(tx, self, reading, reading.before, form.sent.draftHash, now)

  const next = { ...pick(form), email: addressAfter(attendee, form.email), institutionId: institution.value }
  const change = difference(attendee, next)
  const person = { id: attendee.id, eventId: event.id, ...next }
  const [dataChanged, answersChanged] = [change, answered].map(({ after }) => Object.keys(after).length > 0)
  if (dataChanged || answersChanged)
    await tx
      .update(attendees)
      .set({
        ...next,
        searchKey: searchKey({ ...attendee, ...next }),
        sortKey: nameSortKey(next),
        revision: attendee.revision + 1,
        updatedAt: now,
      })
      .where(eq(attendees.id, attendee.id))
  if ('institutionId' in change.after) await stayWhenUnmerged(tx, attendee.id)
  const about = { eventId: event.id, subjectId: attendee.id }
  if (dataChanged) await record(tx, actor, { verb: 'attendee.correct', ...about, ...change }, now)
  if (answersChanged) await record(tx, actor, { verb: 'attendee.answer', ...about, ...answered }, now)
  const limited = ['typeId', 'institutionId', 'countryCode'].some((field) => field in change.after)
  return done({
    reading,
    person,
    changed: Boolean(dataChanged || answersChanged),
    movesSeats: limited || Boolean(answersChanged),
  })
}

/** The institution on record is good as it is, also one that nobody can choose any more. */
async function institutionOf(tx: Tx, actor: Actor, attendee: Own['attendee'], form: OwnForm, now: Date) {
  if (form.institutionId === attendee.institutionId) return done(form.institutionId)
  return resolveInstitution(tx, actor, form, now)
}

async function isOffered(tx: Tx, eventId: string, typeId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attendeeTypes.id })
    .from(attendeeTypes)
    .where(and(eq(attendeeTypes.id, typeId), eq(attendeeTypes.eventId, eventId), isNull(attendeeTypes.archivedAt)))
  return rows.length > 0
}

/** The same address spelled otherwise is written at once. */
const addressAfter = ({ email, emailKey: key }: { email: string; emailKey: string }, typed: string) =>
  emailKey(typed) === key ? typed : email

const pick = (form: OwnEdit) => ({
  title: form.title,
  givenName: form.givenName,
  familyName: form.familyName,
  nativeName: form.nativeName,
  position: form.position,
  countryCode: form.countryCode,
  typeId: form.typeId,
  phone: form.phone,
})
