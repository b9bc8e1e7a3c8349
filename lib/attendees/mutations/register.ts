import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { WaitingMode } from '#db/enums'
import { attendees, consents } from '#db/schema/attendees'
import { attendeeTypes, events, notices } from '#db/schema/events'
import { type AnswersRefusal, keepAnswers } from '#lib/attendees/mutations/answers'
import { resolveInstitution } from '#lib/attendees/mutations/institution'
import { optionsOf, poolsOf } from '#lib/attendees/mutations/pools'
import { joinWaitingList, someoneWaits } from '#lib/attendees/mutations/queue'
import { nameSortKey, searchKey } from '#lib/attendees/policy'
import { optionProblems } from '#lib/attendees/policy/answers'
import { readSent, type SentAnswers } from '#lib/attendees/queries/sent'
import { emailKey, type Registration } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { registrationState } from '#lib/events/policy'
import { currentNotice } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { hashSecret, newCode, newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import { claimSeats, rulesOf } from '#lib/seats/mutations/claim'
import { fullOptions } from '#lib/seats/mutations/options'

type Outcome = 'confirmed' | 'waiting' | 'pending'
export type Registered = { attendeeId: string; linkVersion: number; status: Outcome; repeated: boolean }

export type RegisterRefusal =
  | { reason: 'not-found' | 'not-yet' | 'closed' | 'duplicate' }
  | { reason: 'invalid'; field: string; code: string }
  | AnswersRefusal

/** The form as somebody filled it in, with what was sent in answer to the event's own questions. */
export type Filled = Registration & { sent?: SentAnswers }

/** The sentences beside the consent boxes as the person read them, and in which language. */
export type Wording = { locale: Locale; privacy: string; listed: string }

/**
 * Registers somebody for a published event: a seat in every pool that applies, or a place on the waiting list, or where the event wants
 * approval neither until that is decided; with answers, consents, message and audit entry, all in one transaction. The same form sent again (same key) changes nothing and gets the same answer;
 * that answer comes even after registration has closed. An address that is registered already is refused without a word about the first.
 */
export async function register(
  actor: Actor,
  slug: string,
  form: Filled,
  wording: Wording,
  now = new Date(),
): Promise<Result<Registered, RegisterRefusal>> {
  return transaction(async (tx) => {
    const event = await publishedEvent(tx, slug)
    if (!event) return refuse('not-found')
    const submissionHash = hashSecret(form.key)
    const before = await sameForm(tx, event.id, submissionHash, emailKey(form.email))
    if (before) return done(before)
    const state = registrationState(event, now)
    if (state !== 'open') return refuse(state)
    const notice = await currentNotice(tx, event.id, wording.locale, event.defaultLocale)
    if (notice && !(await isVersion(tx, form.noticeId, event.id, notice.version)))
      return invalid('privacy', 'notice-changed')
    if (!(await hasType(tx, event.id, form.typeId))) return invalid('typeId', 'choose')
    const institution = await resolveInstitution(tx, actor, form, now)
    if (!institution.ok) return institution
    const sent = form.sent ?? NOTHING_SENT
    const asking = { event, attendeeId: null, typeId: form.typeId, staff: false, locale: wording.locale }
    const reading = await readSent({ ...asking, stages: ['registration'] }, sent, now, tx)
    if (reading.foreign.length > 0) return refuse('form-changed')
    if (reading.problems.length > 0) return refuse('answers', { problems: reading.problems })

    const attendeeId = newId()
    const code = await freeCode(tx)
    const person = {
      ...pick(form),
      email: form.email,
      emailKey: emailKey(form.email),
      institutionId: institution.value,
    }
    const [added] = await tx
      .insert(attendees)
      .values({
        id: attendeeId,
        eventId: event.id,
        code,
        status: event.approval ? 'pending' : 'confirmed',
        ...person,
        locale: wording.locale,
        searchKey: searchKey({ ...person, code }),
        sortKey: nameSortKey(person),
        submissionHash,
        registeredAt: now,
        confirmBy: event.confirmHours === null ? null : new Date(now.getTime() + event.confirmHours * HOUR_MS),
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: attendees.id })
    if (!added) return refuse('duplicate')

    const self = { id: attendeeId, eventId: event.id, locale: wording.locale }
    await keepAnswers(tx, self, reading, reading.before, sent.draftHash, now)
    const seated = await seatOrQueue(tx, event, { id: attendeeId, ...person }, now)
    if (!seated.ok) return refuse('answers', { problems: optionProblems(reading, seated.optionIds) })
    const status = seated.value
    await keepConsents(tx, attendeeId, form, wording, now)
    await enqueue(tx, { kind: status === 'pending' ? 'received' : status, attendeeId }, now)
    await record(
      tx,
      actor,
      { verb: 'attendee.register', eventId: event.id, subjectId: attendeeId, after: { status, code, ...person } },
      now,
    )
    return done({ attendeeId, linkVersion: 1, status, repeated: false })
  })
}

const NOTHING_SENT: SentAnswers = { typed: new Map(), draftHash: '' }
const HOUR_MS = 3_600_000

type Placing = { id: string; approval: boolean; pendingHolds: boolean; waitingMode: WaitingMode }
type Placed = { id: string; typeId: string; institutionId: string; countryCode: string }

/**
 * A seat in every pool that applies, or a place at the end of the waiting list; where the event decides on each, a wait for that, with or without a seat.
 * Refused where an option that was chosen has no place left: there are others to choose.
 */
async function seatOrQueue(
  tx: Tx,
  event: Placing,
  person: Placed,
  now: Date,
): Promise<Result<Outcome, { reason: 'option-full'; optionIds: string[] }>> {
  const rules = await rulesOf(tx, event.id)
  const optionIds = await fullOptions(tx, rules, await optionsOf(tx, person.id))
  if (optionIds.length > 0) return refuse('option-full', { optionIds })
  if (event.approval && !event.pendingHolds) return done('pending')
  // Where organizers give places by hand, nobody walks past those who wait.
  const behind = event.waitingMode === 'manual' && (await someoneWaits(tx, event.id))
  const claim = behind
    ? null
    : await claimSeats(tx, person.id, await poolsOf(tx, { ...person, eventId: event.id }, rules), now)
  if (claim?.ok) return done(event.approval ? 'pending' : 'confirmed')
  await tx.update(attendees).set({ status: 'waiting' }).where(eq(attendees.id, person.id))
  await joinWaitingList(tx, { eventId: event.id, attendeeId: person.id, blockedById: claim?.poolId ?? null }, now)
  return done('waiting')
}

async function publishedEvent(tx: Tx, slug: string) {
  const [event] = await tx
    .select({
      id: events.id,
      opensAt: events.opensAt,
      closesAt: events.closesAt,
      endsOn: events.endsOn,
      timeZone: events.timeZone,
      defaultLocale: events.defaultLocale,
      approval: events.approval,
      pendingHolds: events.pendingHolds,
      waitingMode: events.waitingMode,
      confirmHours: events.confirmHours,
    })
    .from(events)
    .where(and(eq(events.slug, slug), eq(events.status, 'published')))
  return event
}

/** The address must still be the record's: a form sent for one that was corrected opens nothing. */
async function sameForm(tx: Tx, eventId: string, submissionHash: string, key: string): Promise<Registered | null> {
  const [row] = await tx
    .select({ attendeeId: attendees.id, linkVersion: attendees.linkVersion, status: attendees.status })
    .from(attendees)
    .where(
      and(eq(attendees.eventId, eventId), eq(attendees.submissionHash, submissionHash), eq(attendees.emailKey, key)),
    )
  return row
    ? {
        ...row,
        status: row.status === 'waiting' || row.status === 'pending' ? row.status : 'confirmed',
        repeated: true,
      }
    : null
}

async function freeCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = newCode()
    const taken = await tx.select({ id: attendees.id }).from(attendees).where(eq(attendees.code, code))
    if (taken.length === 0) return code
  }
}

/** The form names the notice in the language it was shown in: any language of the version in force will do. */
async function isVersion(tx: Tx, noticeId: string, eventId: string, version: number): Promise<boolean> {
  const rows = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.id, noticeId), eq(notices.eventId, eventId), eq(notices.version, version)))
  return rows.length > 0
}

async function hasType(tx: Tx, eventId: string, typeId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attendeeTypes.id })
    .from(attendeeTypes)
    .where(and(eq(attendeeTypes.id, typeId), eq(attendeeTypes.eventId, eventId), isNull(attendeeTypes.archivedAt)))
  return rows.length > 0
}

async function keepConsents(
  tx: Tx,
  attendeeId: string,
  form: Registration,
  wording: Wording,
  now: Date,
): Promise<void> {
  const given = { attendeeId, locale: wording.locale, givenAt: now }
  await tx
    .insert(consents)
    .values([
      { id: newId(), purpose: 'privacy', noticeId: form.noticeId || null, wording: wording.privacy, ...given },
      ...(form.listed
        ? [{ id: newId(), purpose: 'participant_list' as const, noticeId: null, wording: wording.listed, ...given }]
        : []),
    ])
}

const pick = ({ title, givenName, familyName, nativeName, position, countryCode, typeId, phone }: Registration) => ({
  title,
  givenName,
  familyName,
  nativeName,
  position,
  countryCode,
  typeId,
  phone,
})

const invalid = (field: string, code: string) => refuse('invalid', { field, code })
