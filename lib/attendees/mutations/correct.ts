import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import type { AttendeeStatus } from '#db/enums'
import { attendees } from '#db/schema/attendees'
import { attendeeTypes } from '#db/schema/events'
import { resolveInstitution } from '#lib/attendees/mutations/institution'
import { stayWhenUnmerged } from '#lib/attendees/mutations/merge'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { attendeeFor } from '#lib/attendees/mutations/scope'
import { mayFollow, nameSortKey, searchKey } from '#lib/attendees/policy'
import { type Correction, emailKey } from '#lib/attendees/schema/person'
import { difference, record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { enqueue } from '#lib/outbox/mutations'
import { type Full, holdsSeats } from '#lib/seats/mutations/claim'
import { moveSeats, moveSeatsPastLimits } from '#lib/seats/mutations/move'

type Refusal = { reason: 'not-found' | 'changed-meanwhile' } | { reason: 'invalid'; field: string; code: string } | Full

/**
 * Corrects what is recorded of somebody. A change of type, institution or country moves the seats with it, or is refused
 * with the pool that is full. A new address revokes the old private link and sends the new one there. Refused when
 * somebody else saved since the form was opened (`revision`). For organizers.
 */
export async function correctAttendee(
  actor: Actor,
  attendeeId: string,
  form: Correction,
  now = new Date(),
): Promise<Result<undefined, Refusal>> {
  return correct(actor, attendeeId, form, null, now)
}

/** The same into limits that are reached, for a reason that stands in the audit; the limit then shows "52 of 50". For organizers. */
export async function correctPastLimits(
  actor: Actor,
  attendeeId: string,
  form: Correction,
  reason: string,
  now = new Date(),
): Promise<Result<undefined, Refusal | { reason: 'no-reason' }>> {
  if (reason.trim() === '') return refuse('no-reason')
  return correct(actor, attendeeId, form, reason, now)
}

/** @param over the reason for going past the limits, or null to keep them */
async function correct(
  actor: Actor,
  attendeeId: string,
  form: Correction,
  over: string | null,
  now: Date,
): Promise<Result<undefined, Refusal>> {
  if (actor.kind === 'participant') return refuse('not-found')
  return transaction(async (tx) => {
    const attendee = await attendeeFor(tx, actor, attendeeId)
    if (!attendee) return refuse('not-found')
    if (attendee.revision !== form.revision) return refuse('changed-meanwhile')
    if (form.typeId !== attendee.typeId && !(await isOffered(tx, attendee.eventId, form.typeId)))
      return refuse('invalid', { field: 'typeId', code: 'choose' })
    if (await addressTaken(tx, attendee, form.email)) return refuse('invalid', { field: 'email', code: 'taken' })
    const institution = await resolveInstitution(tx, actor, form, now)
    if (!institution.ok) return institution

    const next = { ...pick(form), emailKey: keyAfter(attendee, form.email), institutionId: institution.value }
    const change = difference(attendee, next)
    if (Object.keys(change.after).length === 0) return done()
    const movesSeats = ['typeId', 'institutionId', 'countryCode'].some((field) => field in change.after)
    let past: string[] = []
    if (movesSeats && (await isSeated(tx, attendee))) {
      const poolIds = await poolsOf(tx, { ...next, id: attendeeId, eventId: attendee.eventId })
      if (over === null) {
        const claim = await moveSeats(tx, attendeeId, poolIds, now)
        if (!claim.ok) return claim
      } else past = await moveSeatsPastLimits(tx, attendeeId, poolIds, now)
    }
    const newAddress = 'emailKey' in change.after
    await tx
      .update(attendees)
      .set({
        ...next,
        searchKey: searchKey({ ...next, code: attendee.code }),
        sortKey: nameSortKey(next),
        linkVersion: attendee.linkVersion + (newAddress ? 1 : 0),
        revision: attendee.revision + 1,
        updatedAt: now,
      })
      .where(eq(attendees.id, attendeeId))
    if ('institutionId' in change.after) await stayWhenUnmerged(tx, attendeeId)
    if (newAddress) await enqueue(tx, { kind: 'link', attendeeId }, now)
    const tells = Object.keys(change.after).some((field) => !field.startsWith('email'))
    if (tells && mayFollow('cancel', attendee.status)) await enqueue(tx, { kind: 'changed', attendeeId }, now)
    await record(
      tx,
      actor,
      {
        verb: 'attendee.correct',
        eventId: attendee.eventId,
        subjectId: attendeeId,
        ...(past.length > 0 && over !== null && { reason: over }),
        before: change.before,
        after: { ...change.after, ...(past.length > 0 && { pastLimits: past }) },
      },
      now,
    )
    if (movesSeats) await promoteWaiting(tx, attendee.eventId, now)
    return done()
  })
}

/** Whoever is still to be decided on may hold seats or not. */
async function isSeated(tx: Tx, { id, status }: { id: string; status: AttendeeStatus }): Promise<boolean> {
  return status === 'confirmed' || status === 'offered' || (status === 'pending' && (await holdsSeats(tx, id)))
}

async function isOffered(tx: Tx, eventId: string, typeId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attendeeTypes.id })
    .from(attendeeTypes)
    .where(and(eq(attendeeTypes.id, typeId), eq(attendeeTypes.eventId, eventId), isNull(attendeeTypes.archivedAt)))
  return rows.length > 0
}

async function addressTaken(tx: Tx, attendee: { id: string; eventId: string }, email: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, attendee.eventId),
        eq(attendees.emailKey, emailKey(email)),
        ne(attendees.id, attendee.id),
      ),
    )
  return rows.length > 0
}

/** A registration that lapsed has let go of its address, which somebody may have registered with anew: it stays so while the address is not changed. */
function keyAfter(attendee: { emailKey: string }, email: string): string {
  const key = emailKey(email)
  return attendee.emailKey.startsWith(`${key} `) ? attendee.emailKey : key
}

const pick = (form: Correction) => ({
  email: form.email,
  title: form.title,
  givenName: form.givenName,
  familyName: form.familyName,
  patronymic: form.patronymic,
  nativeName: form.nativeName,
  badgeName: form.badgeName,
  position: form.position,
  countryCode: form.countryCode,
  typeId: form.typeId,
  phone: form.phone,
})
