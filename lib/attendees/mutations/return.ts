import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees, consents } from '#db/schema/attendees'
import { askNewAddress } from '#lib/attendees/mutations/new-address'
import { type OwnForm, type OwnRefusal, ownIn, writeOwn } from '#lib/attendees/mutations/own-data'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { isVersion, keepConsents, type Wording } from '#lib/attendees/mutations/registration'
import { type Outcome, seatOrQueue, stillHeldFor } from '#lib/attendees/mutations/seating'
import { optionProblems } from '#lib/attendees/policy/answers'
import { mayReturn } from '#lib/attendees/policy/stage'
import { lastCancellation } from '#lib/attendees/queries/one'
import type { OwnReturn } from '#lib/attendees/schema/person'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { currentNotice } from '#lib/events/queries/event'
import { enqueue } from '#lib/outbox/mutations'

type Refusal =
  | { reason: 'not-found' | 'closed' | 'not-yet' | 'not-possible' }
  | { reason: 'invalid'; field: string; code: string }
  | OwnRefusal

/**
 * Registers somebody again who gave the place up, on the same record: with a seat, a place at the end of the waiting list, or a wait for a decision, as
 * everybody else at this moment. Consents are given anew.
 */
export async function registerAgain(
  actor: Actor,
  form: OwnReturn & Pick<OwnForm, 'sent'>,
  wording: Wording,
  now = new Date(),
): Promise<Result<{ status: Outcome; asked: string | null }, Refusal>> {
  return transaction(async (tx): Promise<Result<{ status: Outcome; asked: string | null }, Refusal>> => {
    const own = await ownIn(tx, actor)
    if (!own) return refuse('not-found')
    const { attendee, event } = own
    const cancelledBy = (await lastCancellation(actor, tx))?.byKind ?? null
    const may = mayReturn({ status: attendee.status, cancelledBy }, event, now)
    if (may !== 'yes') return refuse(may)
    const notice = await currentNotice(tx, event.id, wording.locale, event.defaultLocale)
    if (notice && !(await isVersion(tx, form.noticeId, event.id, notice.version)))
      return refuse('invalid', { field: 'privacy', code: 'notice-changed' })
    const written = await writeOwn(tx, actor, own, form, wording.locale, now)
    if (!written.ok) return written
    const { person, reading, changed } = written.value
    const revision = attendee.revision + (changed ? 2 : 1)
    const { confirmHours } = event
    const confirmBy = confirmHours === null ? null : new Date(now.getTime() + confirmHours * HOUR_MS)
    await tx
      .update(attendees)
      .set({ status: 'confirmed', confirmBy, locale: wording.locale, revision, updatedAt: now })
      .where(eq(attendees.id, attendee.id))
    const held = await stillHeldFor(tx, attendee, now)
    const seated = await seatOrQueue(tx, event, person, { invited: false, held }, now)
    if (!seated.ok) return refuse('answers', { problems: optionProblems(reading, seated.optionIds) })
    const status = seated.value
    const listed = form.listed && event.listVisibility !== 'nobody'
    await tx.update(consents).set({ withdrawnAt: now }).where(listConsentOf(attendee.id))
    await keepConsents(tx, attendee.id, { noticeId: form.noticeId, listed }, wording, now)
    await enqueue(tx, { kind: status === 'pending' ? 'received' : status, attendeeId: attendee.id }, now)
    const change = { before: { status: 'cancelled' }, after: { status } }
    await record(tx, actor, { verb: 'attendee.return', eventId: event.id, subjectId: attendee.id, ...change }, now)
    // The place taken may have been held in another capacity, where it is free now.
    if (attendee.codeId) await promoteWaiting(tx, event.id, now)
    return done({ status, asked: await askNewAddress(tx, actor, attendee, form.email, now) })
  })
}

const HOUR_MS = 3_600_000

const listConsentOf = (attendeeId: string) =>
  and(eq(consents.attendeeId, attendeeId), eq(consents.purpose, 'participant_list'), isNull(consents.withdrawnAt))
