import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attendees, consents } from '#db/schema/attendees'
import { attendeeTypes, events, notices } from '#db/schema/events'
import { type AnswersRefusal, keepAnswers } from '#lib/attendees/mutations/answers'
import { resolveInstitution } from '#lib/attendees/mutations/institution'
import { type Outcome, seatOrQueue } from '#lib/attendees/mutations/seating'
import { nameSortKey, searchKey } from '#lib/attendees/policy'
import { optionProblems } from '#lib/attendees/policy/answers'
import { readSent, type SentAnswers } from '#lib/attendees/queries/sent'
import { emailKey, type Registration } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { currentNotice } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import { hashSecret, newCode, newId } from '#lib/ids'
import { enqueue } from '#lib/outbox/mutations'
import type { Holder } from '#lib/seats/mutations/release'

export type Registered = { attendeeId: string; linkVersion: number; status: Outcome; repeated: boolean }

export type RegisterRefusal =
  | { reason: 'not-found' | 'duplicate' }
  | { reason: 'invalid'; field: string; code: string }
  | AnswersRefusal

/** The form as somebody filled it in, with what was sent in answer to the event's own questions. */
export type Filled = Registration & { sent?: SentAnswers }

/** The sentences beside the consent boxes as the person read them, and in which language. */
export type Wording = { locale: Locale; privacy: string; listed: string }

/** On what terms somebody is let in. */
export type Admission = {
  /** Whoever is invited needs no approval, and walks past those who wait where a place is held. */
  invited: boolean
  /** The capacity in which the person comes; null is the form's. */
  typeId: string | null
  codeId: string | null
  /** What is held for the person, or for the organization whose code it is. */
  held: Holder | null
  /** The address, by its key, that needs no confirming: the letter to it brought the person here. */
  provenKey: string | null
}
export type OpenEvent = NonNullable<Awaited<ReturnType<typeof publishedEvent>>>
/** Decides who is let in, at this moment. */
export type Admit<Refusal extends { reason: string }> = (event: OpenEvent) => Promise<Result<Admission, Refusal>>

/**
 * Registers somebody, within the transaction of the verb that says who is let in: a seat in every pool that applies, or a place on the waiting list, or
 * where the event wants approval neither until that is decided; with answers, consents, message and audit entry. The same form sent again (same key)
 * changes nothing and gets the same answer, also when nobody is let in any more. An address that is registered already is refused without a word about the first.
 */
export async function registerIn<Refusal extends { reason: string }>(
  tx: Tx,
  actor: Actor,
  slug: string,
  form: Filled,
  wording: Wording,
  admit: Admit<Refusal>,
  now: Date,
): Promise<Result<Registered, RegisterRefusal | Refusal>> {
  const event = await publishedEvent(tx, slug)
  if (!event) return refuse('not-found')
  const submissionHash = hashSecret(form.key)
  const before = await sameForm(tx, event.id, submissionHash, emailKey(form.email))
  if (before) return done(before)
  const admitted = await admit(event)
  if (!admitted.ok) return admitted
  const admission = admitted.value
  const notice = await currentNotice(tx, event.id, wording.locale, event.defaultLocale)
  const shown = !notice || form.noticeId === notice.id || (await isVersion(tx, form.noticeId, event.id, notice.version))
  if (!shown) return invalid('privacy', 'notice-changed')
  const typeId = admission.typeId ?? form.typeId
  if (admission.typeId === null && !(await hasType(tx, event.id, typeId))) return invalid('typeId', 'choose')
  const institution = await resolveInstitution(tx, actor, form, now)
  if (!institution.ok) return institution
  const sent = form.sent ?? NOTHING_SENT
  const asking = { event, attendeeId: null, typeId, staff: false, locale: wording.locale }
  const reading = await readSent({ ...asking, stages: ['registration'] }, sent, now, tx)
  if (reading.foreign.length > 0) return refuse('form-changed')
  if (reading.problems.length > 0) return refuse('answers', { problems: reading.problems })

  const attendeeId = newId()
  const code = await freeCode(tx)
  const person = {
    ...pick(form),
    typeId,
    codeId: admission.codeId,
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
      status: 'confirmed',
      ...person,
      locale: wording.locale,
      searchKey: searchKey({ ...person, code }),
      sortKey: nameSortKey(person),
      submissionHash,
      registeredAt: now,
      confirmBy: confirmBy(event, person.emailKey, admission, now),
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: attendees.id })
  if (!added) return refuse('duplicate')

  const self = { id: attendeeId, eventId: event.id, locale: wording.locale }
  await keepAnswers(tx, self, reading, reading.before, sent.draftHash, now)
  const seated = await seatOrQueue(tx, event, { id: attendeeId, ...person }, admission, now)
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
}

const NOTHING_SENT: SentAnswers = { typed: new Map(), draftHash: '' }
const HOUR_MS = 3_600_000

/** Until when the address is to be confirmed. */
const confirmBy = ({ confirmHours }: OpenEvent, key: string, { provenKey }: Admission, now: Date): Date | null =>
  confirmHours === null || key === provenKey ? null : new Date(now.getTime() + confirmHours * HOUR_MS)

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
      promotionOwed: events.promotionOwed,
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
export async function isVersion(tx: Tx, noticeId: string, eventId: string, version: number): Promise<boolean> {
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

export async function keepConsents(
  tx: Tx,
  attendeeId: string,
  form: Pick<Registration, 'noticeId' | 'listed'>,
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

const pick = ({ title, givenName, familyName, nativeName, position, countryCode, phone }: Registration) => ({
  title,
  givenName,
  familyName,
  nativeName,
  position,
  countryCode,
  phone,
})

const invalid = (field: string, code: string) => refuse('invalid', { field, code })
